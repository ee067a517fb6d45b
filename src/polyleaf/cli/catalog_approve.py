"""``polyleaf catalog approve``."""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.cli.opened import codes, opened, tell_faults
from polyleaf.cli.options import project_option, verbose_option
from polyleaf.errors import ExitCode

if TYPE_CHECKING:
    from polyleaf.translating.approving import Signatures
    from polyleaf.workspace import Workspace


@click.command()
@click.argument("leaflet")
@project_option
@click.option(
    "-l",
    "--locale",
    "locales",
    required=True,
    multiple=True,
    metavar="LOCALE",
    help="The language that is signed off; repeat for several.",
)
@click.option("--translator", default="", metavar="NAME", help="Who translated (the engine, if a machine did).")
@click.option("--reviser", default="", metavar="NAME", help="Who compared both languages; not the translator.")
@click.option("--clinician", required=True, metavar="NAME", help="Who answers for the medical content.")
@click.option("--machine-translated", is_flag=True, help="A machine made the first version.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    metavar="DATE",
    help="The day of the sign-off (2026-11-20; default: today).",
)
@verbose_option
def approve(
    leaflet: str,
    folder: Path,
    locales: tuple[str, ...],
    translator: str,
    reviser: str,
    clinician: str,
    machine_translated: bool,
    day: datetime.datetime | None,
) -> ExitCode:
    r"""Sign off a leaflet in one language or several, so that build --release takes it.

    A translation is signed by three people; the reviser is never the translator. The language that
    the leaflet is written in is signed by a clinician. With several languages the same people sign all.

    The sign-off is bound to the text: whatever is changed later in the leaflet, in its translation,
    in a fact or in the number, mail or web address of a contact makes it void, and status says why.
    It is added to translations/approvals/, one file
    for each leaflet and language.

    Nobody can sign while a check finds an error, a lost denial, a text in another language or one that
    is not translated; the last three may be waived with a reason. The exit status is 1 if a
    language was not signed. What the checks could not judge for want of words is told, so that a
    person compares it.

    \b
    Example:
      polyleaf catalog approve hip -l en_GB --clinician "Dr Ewa Zych"
      polyleaf catalog approve hip -l pl --translator "Anna Nowak" \
        --reviser "Jan Lis" --clinician "Dr Ewa Zych" --date 2026-11-20
    """
    from polyleaf.translating.approving import NotReadyError, Signatures, check_request

    workspace = opened(folder, (leaflet,))
    locales = codes(locales)
    date = day.date() if day is not None else workspace.today
    people = Signatures(translator, reviser, clinician, machine_translated, date)
    for locale in locales:
        with suppress(NotReadyError):  # told below, with its place
            check_request(workspace, leaflet, locale, people)
    return max(_signed(workspace, leaflet, locale, people) for locale in dict.fromkeys(locales))


def _signed(workspace: Workspace, leaflet: str, locale: str, people: Signatures) -> ExitCode:
    """Sign one language, and say what came of it."""
    from polyleaf.locales.table import language
    from polyleaf.reading.coverage import unjudged
    from polyleaf.translating.approving import NotReadyError
    from polyleaf.translating.approving import approve as sign

    try:
        signed = sign(workspace, leaflet, locale, people)
    except NotReadyError as error:
        tell_faults(error.faults)
        click.echo(f"{leaflet} {locale}: {error.message}\n    -> {error.hint}", err=True)
        return error.exit_code
    for fault in signed.faults:
        click.echo(f"{fault.location}: warning: {fault.message}; this sign-off does not count", err=True)
    what = f"{leaflet} {locale}"
    if signed.new:
        click.echo(f"{what}: approved on {signed.approval.date}, recorded in {signed.path}")
    else:
        click.echo(f"{what}: approved already on {signed.approval.date} by the same people; nothing to record")
    if silence := unjudged(language(locale)):
        click.echo(f"{what}: {silence}\n    -> Make sure that the reviser compared these.", err=True)
    if before := signed.same_version:
        text = f"version {before.version} was signed off on {before.date} with another text"
        click.echo(f"{what}: warning: {text}\n    -> Give the leaflet a new version number.", err=True)
    return ExitCode.OK
