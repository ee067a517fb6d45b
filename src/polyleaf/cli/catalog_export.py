"""``polyleaf catalog export``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.cli.opened import codes, opened
from polyleaf.cli.options import LateChoice, new_file_option, project_option, replace_option, verbose_option
from polyleaf.errors import UsageError

if TYPE_CHECKING:
    from polyleaf.catalog.exchange.format import Format
    from polyleaf.workspace import Workspace


def _formats() -> tuple[Format, ...]:
    from polyleaf.catalog.exchange.formats import outgoing

    return outgoing()


class _FormatOption(click.Option):
    @property
    def help(self) -> str:
        """Each format with its audience, asked for when somebody reads it."""
        return "; ".join(f"{one.name} ({one.title}) {one.audience}" for one in _formats()) + "."

    @help.setter  # noqa: A003 - the name that click reads
    def help(self, value: str | None) -> None:
        """Click sets it when the option is made."""


@click.command("export")
@click.argument("leaflet")
@click.option("-l", "--locale", required=True, metavar="LOCALE", help="The language to translate into.")
@click.option(
    "--format",
    "style",
    cls=_FormatOption,
    type=LateChoice(lambda: (one.name for one in _formats())),
    default=None,
    show_default="by the ending of FILE, else xliff",
)
@click.option("--changed", is_flag=True, help="Only what is missing or fuzzy.")
@new_file_option
@replace_option
@click.option("--pictures", is_flag=True, help="In a sheet (xlsx): a picture of the page beside each text.")
@project_option
@verbose_option
def export_command(
    leaflet: str, locale: str, style: str | None, changed: bool, out: Path, force: bool, pictures: bool, folder: Path
) -> None:
    r"""Send work out: one leaflet in one language as a file.

    Each text goes with the section it stands in, what its placeholders will print, and its earlier
    wording if it has changed. `templates` may be named like a leaflet. The catalog itself is not
    touched. A file of that name may be somebody's work, and stays unless --force is given.

    Sheets need `pip install "polyleaf[xlsx]"`. In a sheet, only the columns Translation, Status and
    Remarks can be written in.

    \b
    Example:
      polyleaf catalog export vertebroplasty -l pl -o vertebroplasty-pl.xlf
      polyleaf catalog export vertebroplasty -l ur --changed -o for-dr-khan.xlsx
      polyleaf catalog export vertebroplasty -l pl --pictures -o pl.xlsx
    """
    from polyleaf.catalog.exchange.formats import named
    from polyleaf.catalog.signoff.signed_texts import signed_off_by
    from polyleaf.report.exchange import exported
    from polyleaf.translating.sending import ExchangeProject, export

    style = named(out.name, style or "")
    if pictures and style != "xlsx":
        raise UsageError("pictures have no room in this format", "Use --format xlsx, or: polyleaf catalog context")
    workspace = opened(folder, (leaflet,), templates=True)
    (locale,) = codes((locale,))
    exchange = ExchangeProject(workspace)
    signed_off = signed_off_by(workspace.ledger)
    seen = _pictures(workspace, leaflet, locale) if pictures else {}
    report = export(
        exchange, leaflet, locale, style, out, changed=changed, force=force, signed_off=signed_off, pictures=seen
    )
    click.echo(exported(report, str(out)))


def _pictures(workspace: Workspace, leaflet: str, locale: str) -> dict[tuple[str, str], bytes]:
    """Pictures of the places of the texts."""
    from polyleaf.catalog.po.paths import TEMPLATES
    from polyleaf.translating.context import Contexts

    project = workspace.project
    if locale not in project.config.targets:
        return {}
    with Contexts(workspace, next(iter(project.config.editions))) as contexts:
        if leaflet == TEMPLATES:
            shown = contexts.of_templates(locale)
        else:
            shown = contexts.of(leaflet, locale) if leaflet in project.leaflets else ()
        return {one.message.key: one.picture for one in shown if one.picture}
