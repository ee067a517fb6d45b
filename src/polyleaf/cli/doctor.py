"""``polyleaf doctor``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.options import project_option, verbose_option
from polyleaf.errors import ExitCode


@click.command()
@project_option
@verbose_option
def doctor(folder: Path) -> ExitCode:
    r"""Say what this computer lacks for the project's languages, and the command that mends it.

    The exit status is 3 if something that is needed is missing.

    \b
    Example:
      polyleaf doctor
    """
    from polyleaf.inspecting.doctor import install_command, probes
    from polyleaf.source.reader import read_project
    from polyleaf.source.root import find_root

    root = find_root(folder)
    found = probes(read_project(root).config, root)
    for probe in found:
        mark = "ok     " if probe.fine else ("MISSING" if probe.needed else "absent ")
        click.echo(f"{mark}  {probe.what}" + (f": {probe.found}" if probe.fine else f" -> {probe.remedy}"))
    lacking = [probe for probe in found if probe.needed and not probe.fine]
    if not lacking:
        click.echo("\nEverything that is needed is here.")
        return ExitCode.OK
    command = install_command(lacking)
    click.echo(f"\nTo mend it:\n  {command}" if command else "\nMend what is marked MISSING.")
    return ExitCode.ENVIRONMENT
