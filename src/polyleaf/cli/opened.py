"""The project a command works on."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.errors import ExitCode, PolyleafError, UsageError

if TYPE_CHECKING:
    from polyleaf.model.finding import Fault
    from polyleaf.model.project import Config, Project
    from polyleaf.workspace import Workspace


def today() -> datetime.date:
    """The day where this computer stands. The clock is read here and nowhere else."""
    return datetime.datetime.now().astimezone().date()


def opened(folder: Path, leaflets: Sequence[str] = (), *, templates: bool = False) -> Workspace:
    """What there is to work on: the project with these leaflets, today.

    Args:
        folder: A folder in the project.
        leaflets: Names of leaflets; all are read if empty.
        templates: Whether ``templates`` may be among the names.

    Raises:
        ContentError: ``polyleaf.toml`` cannot be used.
        UsageError: There is no project or no such leaflet.
    """
    from polyleaf.catalog.po.paths import TEMPLATES
    from polyleaf.source.reader import read_project
    from polyleaf.source.root import find_root
    from polyleaf.workspace import Workspace

    names = [name for name in leaflets if not templates or name != TEMPLATES]
    return Workspace(read_project(find_root(folder), names), today())


def codes(languages: Iterable[str]) -> tuple[str, ...]:
    """The locales of languages as they were named on the command line (``zh-CN``, ``Urdu``).

    A project must have been opened before, for the names in its own language files. What is not known, or is the name
    of several languages, stays as it is: whoever looks for it among the languages of the project tells it.
    """
    from polyleaf.locales.table import meanings

    return tuple(found[0] if len(found := meanings(one)) == 1 else one for one in languages)


def one_locale(named: str, config: Config) -> str:
    """The language of the project that was named; the source's if none was.

    Raises:
        UsageError: The project has no such language.
    """
    (wanted,) = codes((named,)) if named else (config.source,)
    if wanted not in config.locales:
        raise UsageError(f"{named} is no language of this project", f"It has {', '.join(config.locales)}.")
    return wanted


def check_edition(named: str, config: Config) -> None:
    """Looks whether an edition is there, if one was named.

    Raises:
        UsageError: There is none of that name.
    """
    if named and named not in config.editions:
        raise UsageError(f"There is no edition {named}", f"There are: {', '.join(config.editions)}.")


def tell_broken(project: Project) -> ExitCode:
    """Say which leaflets cannot be read, where, and what to do: a command that passes over one is not done."""
    for broken in project.broken:
        tell_faults(broken.faults)
    return ExitCode.FINDINGS if project.broken else ExitCode.OK


def tell_error(error: PolyleafError) -> None:
    """An error that does not stop the command: what is wrong, and the way out."""
    click.echo(f"polyleaf: {error.message}", err=True)
    if error.hint:
        click.echo(f"  -> {error.hint}", err=True)


def tell_faults(faults: Iterable[Fault]) -> None:
    """Errors, each with its place and the way out."""
    for fault in faults:
        click.echo(f"{fault.location}: error: {fault.message}", err=True)
        if fault.hint:
            click.echo(f"    -> {fault.hint}", err=True)
