"""``polyleaf build``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import opened
from polyleaf.cli.options import is_verbose, leaflets_argument, locales_option, project_option, verbose_option
from polyleaf.errors import ExitCode
from polyleaf.model.output import ACCESSIBLE, ALL, OUTPUTS


@click.command()
@leaflets_argument
@project_option
@locales_option
@click.option("-e", "--edition", "editions", multiple=True, metavar="EDITION", help="Only this edition (clear, large).")
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="OUT",
    help="Folder for the PDF files (default: dist in the project).",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(0, 64), default=0, metavar="N", help="Worker processes (0: all cores)."
)
@click.option(
    "--output",
    type=click.Choice([*OUTPUTS, ALL]),
    default=ACCESSIBLE.name,
    show_default=True,
    help="For readers (PDF/UA), for the print shop (PDF/X-4), or both.",
)
@click.option("--release", is_flag=True, help="Only leaflets that are complete, checked and approved.")
@click.option(
    "--bilingual",
    multiple=True,
    metavar="LOCALE",
    help="Print this language beside the source, point by point; may be given again.",
)
@click.option("--prune", is_flag=True, help="Remove built files of leaflets, languages or editions that are gone.")
@click.option("--force", is_flag=True, help="Build again what is unchanged.")
@verbose_option
def build(
    leaflets: tuple[str, ...],
    folder: Path,
    locales: tuple[str, ...],
    editions: tuple[str, ...],
    out: Path | None,
    jobs: int,
    output: str,
    release: bool,
    bilingual: tuple[str, ...],
    prune: bool,
    force: bool,
) -> ExitCode:
    r"""Make the PDF files: every leaflet in every language and edition, or those named.

    What is unchanged is not built again. A file appears whole or not at all, and a leaflet that
    fails leaves its last good file and does not stop the others.

    \b
    Example:
      polyleaf build
      polyleaf build vertebroplasty -l ur -e large
      polyleaf build vertebroplasty --bilingual ur
      polyleaf build vertebroplasty --output press
      polyleaf build vertebroplasty -l qps-ploc
    """
    from polyleaf.building.build import build as make  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.building.plan import BuildRequest  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.inspecting.doctor import require_fonts  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.report.console import console  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.report.progress import BuildTeller  # noqa: PLC0415 - heavy imports inside the command

    workspace = opened(folder, leaflets)
    request = BuildRequest(
        out=out if out is not None else workspace.project.root / "dist",
        leaflets=leaflets,
        locales=locales,
        editions=editions,
        jobs=jobs,
        release=release,
        prune=prune,
        force=force,
        bilingual=bilingual,
        output=output,
    )
    require_fonts(workspace.project.config)
    with BuildTeller(console(), verbose=is_verbose()) as teller:
        report = make(workspace, request, teller)
    teller.summary(report)
    if report.built:
        click.echo(f"The PDF files are in {request.out}")
    return report.exit_code
