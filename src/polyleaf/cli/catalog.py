"""``polyleaf catalog``: gettext work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.cli.catalog_approve import approve
from polyleaf.cli.catalog_context import context_command
from polyleaf.cli.catalog_export import export_command
from polyleaf.cli.catalog_glossary import glossary
from polyleaf.cli.catalog_impact import impact
from polyleaf.cli.catalog_import import import_command
from polyleaf.cli.catalog_memory import memory_group
from polyleaf.cli.catalog_status import status
from polyleaf.cli.group import CommandGroup
from polyleaf.cli.opened import codes, opened, tell_broken, tell_faults
from polyleaf.cli.options import (
    is_verbose,
    leaflets_argument,
    locales_option,
    project_before_option,
    project_option,
    verbose_option,
)
from polyleaf.errors import ExitCode
from polyleaf.model.wording import count

if TYPE_CHECKING:
    from polyleaf.catalog.po.merge import MergeReport


@click.group(cls=CommandGroup)
@project_before_option
@verbose_option
def catalog() -> None:
    r"""Work with translations: gettext catalogs for Poedit, Weblate and agencies.

    \b
    Example:
      polyleaf catalog update
      polyleaf catalog status
    """


@catalog.command()
@leaflets_argument
@project_option
@verbose_option
def extract(leaflets: tuple[str, ...], folder: Path) -> ExitCode:
    r"""Write the templates `translations/<leaflet>.pot`: all texts to translate.

    `templates` may be named like a leaflet; it is the catalog of the words around the text. You
    need this command only for agencies and Weblate: update does the same and more.

    The exit status is 1 if a leaflet cannot be read.

    \b
    Example:
      polyleaf catalog extract
    """
    from polyleaf.catalog.messages.update import extract_all

    workspace = opened(folder, leaflets, templates=True)
    for report in extract_all(workspace.project, workspace.words, leaflets):
        state = "written" if report.changed else "unchanged"
        click.echo(f"{report.path}: {count(report.messages, 'message')}, {state}")
    return tell_broken(workspace.project)


@catalog.command()
@leaflets_argument
@project_option
@locales_option
@click.option(
    "--memory",
    type=click.Choice(("off", "exact", "near")),
    default="exact",
    show_default=True,
    help="Fill gaps from the translations of other leaflets: the same text, or also texts much alike.",
)
@verbose_option
def update(leaflets: tuple[str, ...], folder: Path, locales: tuple[str, ...], memory: str) -> ExitCode:
    r"""Bring the catalogs (.po) up to the leaflets. No translation is ever lost.

    A text that changed keeps its old translation, marked fuzzy, until somebody looks at it.
    The .pot files are written too.

    A gap is filled if another leaflet has the same text in the same place (heading, caption and so
    on) and its translation is signed off. Any other match is only a proposal, marked fuzzy and
    never printed. A comment in the catalog says where the words are from.

    The exit status is 1 if a catalog is damaged, and so was left alone, or a leaflet cannot be read.

    \b
    Example:
      polyleaf catalog update
      polyleaf catalog update vertebroplasty -l pl --memory near
    """
    from polyleaf.catalog.memory.filling import recall_all
    from polyleaf.catalog.memory.matching import Reach
    from polyleaf.catalog.messages.update import extract_all, update_all
    from polyleaf.catalog.signoff.signed_texts import signed_off_by

    workspace = opened(folder, leaflets, templates=True)
    project, words = workspace.project, workspace.words
    extract_all(project, words, leaflets)
    locales = codes(locales)
    reports = update_all(project, words, locales, leaflets)
    broken = 0
    for report in reports:
        if report.faults:
            broken += 1
            tell_faults(report.faults)
        elif report.changed:
            click.echo(f"{report.path}: {_merged(report.merge)}")
        elif is_verbose():
            click.echo(f"{report.path}: unchanged")
    changed = sum(report.changed for report in reports)
    click.echo(f"{changed} written, {len(reports) - changed - broken} unchanged, {broken} left alone")
    for recall in recall_all(project, locales, leaflets, Reach(memory), signed_off_by(workspace.ledger)):
        filled = recall.filled
        click.echo(f"{recall.path}: from memory {filled.exact} filled, {filled.proposed} proposed (fuzzy)")
    return max(tell_broken(project), ExitCode.FINDINGS if broken else ExitCode.OK)


for _command in (export_command, import_command, context_command, approve, status, impact, memory_group, glossary):
    catalog.add_command(_command)


def _merged(report: MergeReport) -> str:
    """What an update did to one catalog."""
    parts = [
        (len(report.added), "new"),
        (len(report.changed), "changed (now fuzzy)"),
        (len(report.returned), "back again"),
        (len(report.obsolete), "obsolete (kept)"),
    ]
    told = ", ".join(f"{number} {word}" for number, word in parts if number)
    return f"{report.kept} kept" + (f", {told}" if told else "")
