"""Where a command writes its result: to the screen, or to a file or folder that is named."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.errors import UsageError

_ENDINGS = {
    "text": (".txt", ".log"),
    "json": (".json",),
    "sarif": (".sarif", ".json"),
    "html": (".html", ".htm"),
}
"""Endings of files that may be replaced: a slip of the pen must not cost a PDF, a leaflet or a catalog."""


result_option = click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FILE|DIR",
    help="Write the result there. For html: a folder, or a file if there is one PDF.",
)


def check_target(out: Path | None, style: str, what: str, folder: str) -> None:
    """Looks whether a result may be written.

    Args:
        out: Where it is written; None for the screen.
        style: The format.
        what: What pages in HTML are: "certificates".
        folder: How a folder for them is named on the command line.

    Raises:
        UsageError: It may not, or pages in HTML have no place.
    """
    if style == "html" and out is None:
        raise UsageError(f"{what} are files, and there is no place for them", f"Name a folder: {folder}")
    if out is not None and out.is_file() and out.suffix.lower() not in _ENDINGS[style]:
        raise UsageError(
            f"{out} is there already and is no result of this command",
            f"Choose a name that ends with {_ENDINGS[style][0]}",
        )


def is_page(out: Path, number: int, what: str, folder: str) -> bool:
    """Whether ``out`` is the one page in HTML, and not a folder for pages.

    Raises:
        UsageError: One file is named for several pages.
    """
    if out.suffix.lower() not in _ENDINGS["html"] or out.is_dir():
        return False
    if number > 1:
        raise UsageError(f"{out.name} is one file, and there are {number} {what}", f"Name a folder: {folder}")
    return True


def tell(result: str, out: Path | None) -> None:
    """Prints or writes a result."""
    from polyleaf.files import write_atomic

    if out is None:
        click.echo(result)
    else:
        write_atomic(out, f"{result}\n".encode())
