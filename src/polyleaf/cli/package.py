"""``polyleaf package``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import codes, opened
from polyleaf.cli.options import (
    editions_option,
    is_verbose,
    jobs_option,
    leaflets_argument,
    locales_option,
    project_option,
    verbose_option,
)
from polyleaf.errors import ExitCode, UsageError


@click.command()
@leaflets_argument
@project_option
@locales_option
@editions_option
@click.option(
    "--orders",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="FILE.csv",
    help="How many copies of what: leaflet,locale,edition,copies[,stock,finishing,job,delivery,wanted]. "
    "Only these are packed.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("print-job.zip"),
    show_default=True,
    metavar="FILE.zip",
    help="The bundle to write.",
)
@click.option("--allow-drafts", is_flag=True, help="Pack translations that nobody signed off, marked as drafts.")
@click.option(
    "--since",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="OLD.zip",
    help="An earlier bundle: pack only what has changed on paper, and say which boxes are still current.",
)
@jobs_option
@verbose_option
def package(
    leaflets: tuple[str, ...],
    folder: Path,
    locales: tuple[str, ...],
    editions: tuple[str, ...],
    orders: Path | None,
    out: Path,
    allow_drafts: bool,
    since: Path | None,
    jobs: int,
) -> ExitCode:
    r"""Pack what a print shop needs into one zip file.

    Press files (built now, if they are not current), job sheet, job.json for machines, box labels, a
    sheet of all first pages, and a preflight report for each file. The same input gives the same
    bytes. Every print that is packed gets a line in translations/prints.toml: commit that file.

    The exit status is 1, and no bundle is written, while a file has an error or a translation is
    not signed off.

    \b
    Example:
      polyleaf package --orders orders.csv -o spring.zip
      polyleaf package vertebroplasty -l ur -e large --allow-drafts
      polyleaf package --since spring.zip -o autumn.zip
    """
    from polyleaf.delivery.bundle import PackageRequest
    from polyleaf.delivery.bundle import package as make
    from polyleaf.inspecting.doctor import require_fonts
    from polyleaf.report.console import console
    from polyleaf.report.package import package_lines, preflight_files
    from polyleaf.report.progress import BuildTeller

    if out.suffix.lower() != ".zip" or (since is not None and out.resolve() == since.resolve()):
        raise UsageError(f"{out} cannot be written to", "Give -o the name of another file that ends in .zip.")
    workspace = opened(folder, leaflets)
    require_fonts(workspace.project.config)
    request = PackageRequest(
        target=out,
        dist=workspace.project.root / "dist",
        leaflets=leaflets,
        locales=codes(locales),
        editions=editions,
        orders=orders,
        since=since,
        allow_drafts=allow_drafts,
        jobs=jobs,
    )
    with BuildTeller(console(), verbose=is_verbose()) as teller:
        report = make(workspace, request, teller, preflight_files)
    for line in package_lines(report, str(out)):
        click.echo(line)
    return report.exit_code
