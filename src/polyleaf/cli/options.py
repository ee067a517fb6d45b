"""Options that commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

project_option = click.option(
    "-C",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="The project folder (default: this folder or the nearest one above it).",
)

leaflets_argument = click.argument("leaflets", nargs=-1, metavar="[LEAFLET]...")

locales_option = click.option(
    "-l",
    "--locale",
    "locales",
    multiple=True,
    metavar="LOCALE",
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


def is_verbose(context: click.Context | None = None) -> bool:
    """Whether ``-v`` was given anywhere on the command line."""
    context = context or click.get_current_context(silent=True)
    return bool(context and context.find_root().meta.get("polyleaf.verbose"))


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
