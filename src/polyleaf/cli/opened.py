"""The project a command works on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.errors import ExitCode

if TYPE_CHECKING:
    from polyleaf.model.finding import Fault
    from polyleaf.model.message import Message
    from polyleaf.model.project import Project


def opened(folder: Path, leaflets: Sequence[str]) -> tuple[Project, tuple[Message, ...]]:
    """The project with these leaflets (``templates`` may be among the names), and the words of its templates.

    Args:
        folder: A folder in the project.
        leaflets: Names of leaflets; all are read if empty.

    Raises:
        UsageError: There is no project or no such leaflet.
    """
    from polyleaf.catalog.po.paths import TEMPLATES
    from polyleaf.render.words import template_messages
    from polyleaf.source.reader import find_root, read_project
    from polyleaf.starter.rooms import template_rooms

    root = find_root(folder)
    names = [name for name in leaflets if name != TEMPLATES]
    project = read_project(root, names)
    return project, template_messages(template_rooms(root))


def tell_broken(project: Project) -> ExitCode:
    """Say which leaflets cannot be read, where, and what to do: a command that passes over one is not done."""
    for broken in project.broken:
        tell_faults(broken.faults)
    return ExitCode.FINDINGS if project.broken else ExitCode.OK


def tell_faults(faults: Iterable[Fault]) -> None:
    """Errors, each with its place and the way out."""
    for fault in faults:
        click.echo(f"{fault.location}: error: {fault.message}", err=True)
        if fault.hint:
            click.echo(f"    -> {fault.hint}", err=True)
