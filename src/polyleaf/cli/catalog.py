"""``polyleaf catalog``: gettext work."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.catalog_export import export_command
from polyleaf.cli.catalog_import import import_command
from polyleaf.cli.opened import opened
from polyleaf.cli.options import (
    format_option,
    is_verbose,
    leaflets_argument,
    locales_option,
    project_option,
    verbose_option,
)
from polyleaf.errors import ExitCode


@click.group()
@verbose_option
def catalog() -> None:
    """Work with translations: gettext catalogs for Poedit, Weblate and agencies."""


@catalog.command()
@leaflets_argument
@project_option
@verbose_option
def extract(leaflets: tuple[str, ...], folder: Path) -> None:
    r"""Write translations/*.pot: the texts to translate.

    \b
    Example:
      polyleaf catalog extract
    """
    from polyleaf.catalog.update import extract_all  # noqa: PLC0415 - heavy imports inside the command

    project, words = opened(folder, leaflets)
    for report in extract_all(project, words, leaflets):
        state = "written" if report.changed else "unchanged"
        click.echo(f"{report.path}: {report.messages} messages, {state}")


@catalog.command()
@leaflets_argument
@project_option
@locales_option
@verbose_option
def update(leaflets: tuple[str, ...], folder: Path, locales: tuple[str, ...]) -> ExitCode:
    r"""Bring the .po files up to the leaflets. No translation is ever lost.

    A text that changed keeps its old translation, marked fuzzy, until somebody looks at it.
    The .pot files are written too.

    \b
    Example:
      polyleaf catalog update
      polyleaf catalog update vertebroplasty -l pl
    """
    from polyleaf.catalog.update import extract_all, update_all  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.report.status import merged  # noqa: PLC0415 - heavy imports inside the command

    project, words = opened(folder, leaflets)
    extract_all(project, words, leaflets)
    reports = update_all(project, words, locales, leaflets)
    broken = 0
    for report in reports:
        if report.faults:
            broken += 1
            for fault in report.faults:
                click.echo(f"{fault.location}: error: {fault.message}", err=True)
                if fault.hint:
                    click.echo(f"    -> {fault.hint}", err=True)
        elif report.changed:
            click.echo(f"{report.path}: {merged(report.merge)}")
        elif is_verbose():
            click.echo(f"{report.path}: unchanged")
    changed = sum(report.changed for report in reports)
    click.echo(f"{changed} written, {len(reports) - changed - broken} unchanged, {broken} left alone")
    return ExitCode.FINDINGS if broken else ExitCode.OK


@catalog.command()
@leaflets_argument
@project_option
@locales_option
@format_option("text", "json")
@verbose_option
def status(leaflets: tuple[str, ...], folder: Path, locales: tuple[str, ...], style: str) -> None:
    r"""Show how far each translation is. Fuzzy never counts as done.

    \b
    Example:
      polyleaf catalog status
      polyleaf catalog status vertebroplasty --format json
    """
    from polyleaf.catalog.status import status as rows_of  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.report.status import status_json, status_table  # noqa: PLC0415 - heavy imports inside the command

    project, words = opened(folder, leaflets)
    rows = rows_of(project, words, locales, leaflets)
    if style == "json":
        click.echo(status_json(rows))
    else:
        status_table(rows)


for _command in (export_command, import_command):
    catalog.add_command(_command)
