"""``polyleaf catalog export``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import opened
from polyleaf.cli.options import project_option, verbose_option


@click.command("export")
@click.argument("leaflet")
@click.option("-l", "--locale", required=True, metavar="LOCALE", help="The language to translate into.")
@click.option(
    "--format",
    "style",
    type=click.Choice(("xliff", "xliff2", "xlsx", "po")),
    default="xliff",
    show_default=True,
    help="xliff (1.2) and xliff2 (2.1) for agencies, xlsx for clinicians, po for Poedit.",
)
@click.option("--changed", is_flag=True, help="Only what is missing or fuzzy.")
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE", help="The file."
)
@click.option("--force", is_flag=True, help="Replace a file of that name.")
@project_option
@verbose_option
def export_command(leaflet: str, locale: str, style: str, changed: bool, out: Path, force: bool, folder: Path) -> None:
    r"""Send work out: one leaflet in one language as a file.

    Each text goes with the section it stands in, what its placeholders will print, and its earlier
    wording if it has changed. `templates` may be named like a leaflet. The catalog itself is not
    touched. A file of that name may be somebody's work, and stays unless --force is given.

    Sheets need `pip install "polyleaf[xlsx]"`. In a sheet, only the columns Translation, Status and
    Remarks can be written in.

    \b
    Example:
      polyleaf catalog export vertebroplasty -l pl -o vertebroplasty-pl.xlf
      polyleaf catalog export vertebroplasty -l ur --format xlsx --changed -o for-dr-khan.xlsx
    """
    from polyleaf.catalog.signoff.signed_texts import signed_off_by
    from polyleaf.report.exchange import exported
    from polyleaf.translating.sending import Desk, export

    workspace = opened(folder, (leaflet,), templates=True)
    desk = Desk(workspace)
    signed_off = signed_off_by(workspace.ledger)
    report = export(desk, leaflet, locale, style, out, changed=changed, force=force, signed_off=signed_off)
    click.echo(exported(report, str(out)))
