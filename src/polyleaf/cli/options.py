"""Options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

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
