"""Options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from polyleaf.errors import PolyleafError, UsageError

F = TypeVar("F", bound=Callable[..., Any])

FOLDER = "polyleaf.folder"
"""Where ``-C`` before the command is remembered."""


def _folder_before(context: click.Context, _: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        context.find_root().meta[FOLDER] = folder


def _folder_of(context: click.Context, _: click.Parameter, folder: Path | None) -> Path:
    return folder or context.find_root().meta.get(FOLDER) or Path()


def _folder_option(
    name: str, keep: Callable[[click.Context, click.Parameter, Path | None], Path | None]
) -> Callable[[F], F]:
    return click.option(
        "-C",
        name,
        type=click.Path(file_okay=False, path_type=Path),
        default=None,
        metavar="DIR",
        expose_value=name == "folder",
        callback=keep,
        help="The project folder (default: this folder or the nearest one above it).",
    )


project_option = _folder_option("folder", _folder_of)

project_before_option = _folder_option("folder_before", _folder_before)
"""The same for a group: ``polyleaf -C my-leaflets build``."""


def complete_leaflets(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Leaflets of the project whose names begin so; nothing if there is no project."""
    from polyleaf.source.reader import leaflet_names
    from polyleaf.source.root import find_root

    try:
        names = leaflet_names(find_root(context.params.get("folder") or Path()))
    except PolyleafError:
        return []
    return [name for name in names if name.startswith(incomplete)]


def complete_locales(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Languages of the project that begin so; nothing if there is no project."""
    from polyleaf.source.reader import unread_project
    from polyleaf.source.root import find_root

    try:
        locales = unread_project(find_root(context.params.get("folder") or Path())).config.locales
    except PolyleafError:
        return []
    return [locale for locale in locales if locale.startswith(incomplete)]


leaflets_argument = click.argument("leaflets", nargs=-1, metavar="[LEAFLET]...", shell_complete=complete_leaflets)

locales_option = click.option(
    "-l",
    "--locale",
    "locales",
    multiple=True,
    metavar="LOCALE",
    shell_complete=complete_locales,
    help="Only this language; may be given again (-l ur -l pl).",
)

editions_option = click.option(
    "-e",
    "--edition",
    "editions",
    multiple=True,
    metavar="EDITION",
    help="Only this edition (clear, large); may be given again.",
)

jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0, 64),
    default=0,
    metavar="N",
    help="Worker processes (0: all cores).",
)

built_option = click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="OUT",
    help="Folder of the built files (default: dist in the project).",
)

new_file_option = click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE", help="The file."
)

replace_option = click.option("--force", is_flag=True, help="Replace a file of that name.")

verbose_option = click.option(
    "-v",
    "--verbose",
    is_flag=True,
    expose_value=False,
    callback=lambda context, _, value: _remember(context, value),
    help="Say more; show the traceback when polyleaf itself fails.",
)


def _remember(context: click.Context, value: bool) -> None:
    if value:
        context.find_root().meta["polyleaf.verbose"] = True


def is_verbose() -> bool:
    """Whether ``-v`` was given anywhere on the command line."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().meta.get("polyleaf.verbose"))


quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong, and one line in the end.")

plain_option = click.option(
    "--plain",
    is_flag=True,
    envvar="POLYLEAF_PLAIN",
    help="No bar that moves: a line for each file, for screen readers. POLYLEAF_PLAIN=1 makes it so for good.",
)


class LateChoice(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.3 only
    """A choice from a list that is asked for only when it is needed, because it is slow to load.

    Args:
        names: Gives the choices.
    """

    name = "choice"

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self._names = names

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """The choices, as the help shows them."""
        return click.Choice(tuple(self._names())).get_metavar(param, ctx)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The choice that was made."""
        return click.Choice(tuple(self._names())).convert(value, param, ctx)


def format_option(*formats: str) -> Callable[[F], F]:
    """``--format`` with these choices; the first is the default."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to print the result.",
    )


def not_misnamed(out: Path, ending: str) -> Path:
    """The file, if programs take it by its name for what it will hold.

    Args:
        out: The file.
        ending: Of such files, ``.docx``; a name without one may be given.

    Raises:
        UsageError: The name ends otherwise.
    """
    if out.suffix.lower() not in ("", ending):
        raise UsageError(f"{out} would hold another kind of file than its name says", f"Name it {out.stem}{ending}.")
    return out
