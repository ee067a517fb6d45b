"""``polyleaf catalog import``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import codes, opened
from polyleaf.cli.options import is_verbose, project_option, verbose_option
from polyleaf.errors import ExitCode


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-l", "--locale", default="", metavar="LOCALE", help="Its language, if the file does not say.")
@click.option("--leaflet", default="", metavar="LEAFLET", help="Its leaflet, if the file does not say.")
@click.option("--force", is_flag=True, help="Take empty and older translations too.")
@click.option("--partial", is_flag=True, help="Take what is right although some of it is not.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@project_option
@verbose_option
def import_command(
    file: Path, locale: str, leaflet: str, force: bool, partial: bool, dry_run: bool, folder: Path
) -> ExitCode:
    r"""Take work in: a file in any format that `catalog export` writes, or a memory (TMX).

    The file says itself which leaflet and language it is of; one of another is refused.

    Every translation is checked first: the source text must be as it was, and no check may find an
    error. Nothing is written unless all of it can be. An empty translation never replaces one, and
    neither does one that is older than the catalog's: what somebody changed here since the file
    went out stays. What has no place in the leaflet is listed in full. Remarks become comments in
    the catalog.

    Formulas, macros, document types and files above 32 MB are refused. The exit status is 1 if
    something was not taken.

    \b
    Example:
      polyleaf catalog import reply.xlf --dry-run
      polyleaf catalog import for-dr-khan.xlsx -l ur
    """
    from polyleaf.report.exchange import imported
    from polyleaf.translating.receiving import ImportOrder, receive
    from polyleaf.translating.sending import ExchangeProject

    exchange = ExchangeProject(opened(folder))
    locale = "".join(codes((locale,)))
    order = ImportOrder(file, str(file), locale, leaflet, force=force, partial=partial, dry_run=dry_run)
    report = receive(exchange, order)
    for line in imported(report, verbose=is_verbose(), dry_run=dry_run):
        click.echo(line)
    return ExitCode.OK if report.clean else ExitCode.FINDINGS
