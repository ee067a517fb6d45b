"""``polyleaf catalog status``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import codes, today
from polyleaf.cli.options import format_option, leaflets_argument, locales_option, project_option, verbose_option
from polyleaf.errors import ExitCode


@click.command()
@leaflets_argument
@project_option
@locales_option
@click.option(
    "--due",
    type=click.IntRange(0, 36_500),
    default=None,
    metavar="DAYS",
    help="Also the reviews that are due within so many days (90: the next three months).",
)
@format_option("text", "json", "ical")
@verbose_option
def status(leaflets: tuple[str, ...], folder: Path, locales: tuple[str, ...], due: int | None, style: str) -> ExitCode:
    r"""Show how far each translation is, and who owes what.

    For each leaflet and language: how many texts are translated, fuzzy and missing, how many words
    are to do, who signed off, and who is next (translator, reviser, clinician). Fuzzy never counts
    as done. A sign-off that is void says why. Reviews that are overdue are told for each owner.
    Last, how many pages and sheets of paper the files in dist take; with --format json for each file.
    With --format ical the review dates come as a calendar.

    The exit status is 1 if a leaflet, a catalog or a language file cannot be read.

    \b
    Example:
      polyleaf catalog status
      polyleaf catalog status vertebroplasty --due 90 --format json
      polyleaf catalog status --format ical > reviews.ics
    """
    from polyleaf.building.manifest import built
    from polyleaf.report.ical import reviews_ical
    from polyleaf.report.status import status_json, status_table
    from polyleaf.source.reader import unread_project
    from polyleaf.source.root import find_root
    from polyleaf.translating.survey import survey
    from polyleaf.workspace import Workspace

    workspace = Workspace(unread_project(find_root(folder)), today())
    found = survey(workspace, codes(locales), leaflets)
    prints = built(workspace.project.root / "dist", leaflets, codes(locales))
    if style == "ical":
        click.echo(reviews_ical(found.reviews if due is None else found.due(due)), nl=False)
    elif style == "json":
        click.echo(status_json(found, due or 0, prints))
    else:
        status_table(found, due or 0, prints=prints)
    unread = found.broken or found.refused or any(row.faults for row in found.rows)
    return ExitCode.FINDINGS if unread else ExitCode.OK
