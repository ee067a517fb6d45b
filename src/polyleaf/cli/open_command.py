"""``polyleaf open``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import check_edition, one_locale, opened
from polyleaf.cli.options import complete_leaflets, complete_locales, project_option, verbose_option
from polyleaf.errors import ExitCode, UsageError


@click.command("open")
@click.argument("leaflet", shell_complete=complete_leaflets)
@click.option(
    "-l",
    "--locale",
    default="",
    metavar="LOCALE",
    shell_complete=complete_locales,
    help="The language (default: the source language).",
)
@click.option("-e", "--edition", default="", metavar="EDITION", help="The size (default: the first that is built).")
@click.option("--where", is_flag=True, help="Only say where the file is.")
@project_option
@verbose_option
def open_command(leaflet: str, locale: str, edition: str, where: bool, folder: Path) -> ExitCode:
    r"""Open a finished leaflet with the program for PDF files.

    What is not built is said, with the command that builds it. The exit status is 1 if no program
    could be started; the place of the file is printed all the same.

    \b
    Example:
      polyleaf open vertebroplasty -l ur
    """
    project = opened(folder, (leaflet,)).project
    config = project.config
    wanted = one_locale(locale, config)
    check_edition(edition, config)
    built = project.root / "dist" / leaflet / wanted
    names = (edition,) if edition else tuple(config.editions)
    paths = [path for name in names if (path := built / f"{leaflet}-{wanted}-{name}.pdf").is_file()]
    if not paths:
        raise UsageError(
            f"{leaflet} is not built in {wanted}", f"Build it: polyleaf build {leaflet} -l {wanted} -e {names[0]}"
        )
    click.echo(paths[0])
    if where:
        return ExitCode.OK
    return ExitCode.OK if click.launch(str(paths[0])) == 0 else ExitCode.FINDINGS
