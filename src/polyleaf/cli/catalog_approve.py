"""``polyleaf catalog approve``."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from polyleaf.cli.opened import codes, opened, tell_faults
from polyleaf.cli.options import project_option, verbose_option
from polyleaf.errors import ExitCode


@click.command()
@click.argument("leaflet")
@project_option
@click.option("-l", "--locale", required=True, metavar="LOCALE", help="The language that is signed off.")
@click.option("--translator", required=True, metavar="NAME", help="Who translated (the engine, if a machine did).")
@click.option("--reviser", required=True, metavar="NAME", help="Who compared both languages; not the translator.")
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
    locale: str,
    translator: str,
    reviser: str,
    clinician: str,
    machine_translated: bool,
    day: datetime.datetime | None,
) -> ExitCode:
    r"""Sign off a translation, so that build --release takes it.

    The sign-off is bound to the text: whatever is changed later in the leaflet, in its translation
    or in a fact makes it void, and status says why. It is added to translations/approvals.toml. The
    reviser is never the translator.

    The exit status is 1 if a check finds an error: then nothing is signed.

    \b
    Example:
      polyleaf catalog approve hip -l pl --translator "Anna Nowak" \
        --reviser "Jan Lis" --clinician "Dr Ewa Zych" --date 2026-11-20
    """
    from polyleaf.translating.approving import NotReadyError, Signatures
    from polyleaf.translating.approving import approve as sign

    workspace = opened(folder, (leaflet,))
    (locale,) = codes((locale,))
    date = day.date() if day is not None else workspace.today
    people = Signatures(translator, reviser, clinician, machine_translated, date)
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
    return ExitCode.OK
