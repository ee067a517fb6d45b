"""``polyleaf check``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.options import (
    format_option,
    is_verbose,
    leaflets_argument,
    locales_option,
    project_option,
    verbose_option,
)
from polyleaf.errors import ExitCode


@click.command()
@leaflets_argument
@project_option
@locales_option
@format_option("text", "json")
@verbose_option
def check(leaflets: tuple[str, ...], folder: Path, locales: tuple[str, ...], style: str) -> ExitCode:
    r"""Judge leaflets and translations, and the PDF files that are current.

    Nothing is built. The exit status is 1 if there is an error.

    \b
    Example:
      polyleaf check
      polyleaf check vertebroplasty -l ur --format json
    """
    from polyleaf.building.judge import judge  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.model.finding import Severity  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.render.words import template_messages  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.report.findings import counted, finding_lines, findings_json, shown  # noqa: PLC0415
    from polyleaf.source.reader import find_root, read_project  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.starter.rooms import template_rooms  # noqa: PLC0415 - heavy imports inside the command

    root = find_root(folder)
    project = read_project(root, leaflets)
    judged = judge(project, template_messages(template_rooms(root)), locales, some=bool(leaflets))
    if style == "json":
        click.echo(findings_json(judged.findings))
    else:
        for finding in shown(judged.findings, is_verbose()):
            for line in finding_lines(finding):
                click.echo(line)
        click.echo(counted(shown(judged.findings, is_verbose())))
        if judged.not_built:
            click.echo(f"{len(judged.not_built)} PDF files are not built or not current: polyleaf build")
    failed = any(finding.severity is Severity.ERROR for finding in judged.findings)
    return ExitCode.FINDINGS if failed else ExitCode.OK
