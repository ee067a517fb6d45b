"""``polyleaf build``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.cli.opened import codes, opened, today
from polyleaf.cli.options import (
    built_option,
    editions_option,
    is_verbose,
    jobs_option,
    leaflets_argument,
    locales_option,
    plain_option,
    project_option,
    quiet_option,
    verbose_option,
)
from polyleaf.errors import ExitCode, UsageError
from polyleaf.model.output import ACCESSIBLE, ALL, OUTPUTS

if TYPE_CHECKING:
    from polyleaf.building.plan import BuildRequest


@click.command()
@leaflets_argument
@project_option
@locales_option
@editions_option
@built_option
@jobs_option
@click.option(
    "--output",
    type=click.Choice([*OUTPUTS, ALL]),
    default=ACCESSIBLE.name,
    show_default=True,
    help="For readers (PDF/UA), for the print shop (PDF/X-4, a file …-press.pdf), or both.",
)
@click.option("--release", is_flag=True, help="Only leaflets that are complete, checked and approved.")
@click.option(
    "--bilingual",
    multiple=True,
    metavar="LOCALE",
    help="Print this language beside the source, point by point, with the same numbers; may be given again.",
)
@click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="Build on the workers of this Dask scheduler (tcp://host:8786); see docs/cluster.md.",
)
@click.option("--prune", is_flag=True, help="Remove built files of leaflets, languages or editions that are gone.")
@click.option("--force", is_flag=True, help="Build again what is unchanged.")
@click.option("--verify", is_flag=True, help="Read every byte to see what is unchanged, not only size and time.")
@click.option("--explain", is_flag=True, help="Say why each file is made: what has changed, and where.")
@click.option("--watch", is_flag=True, help="Stay, and build again whenever something is saved.")
@quiet_option
@plain_option
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
    verify: bool,
    scheduler: str,
    explain: bool,
    watch: bool,
    quiet: bool,
    plain: bool,
) -> ExitCode:
    r"""Make the PDF files: every leaflet in every language and edition, or those named.

    A file is at `dist/<leaflet>/<locale>/<leaflet>-<locale>-<edition>.pdf`, and `dist/manifest.json`
    lists all files with their version, language, edition, pages and checksum. A file appears whole or
    not at all, and a leaflet that fails leaves its last good file and does not stop the others. You
    can press Ctrl-C at any time.

    What is unchanged is not built again. Whether it is, is seen from sizes, times and inodes, as git
    does; --verify reads every byte.

    Files are drafts, and say so on every page, until somebody has approved the translation. A text
    without a translation is printed in the source language, in a box. --release makes only what is
    complete, free of errors and approved, and says what it refuses and why.

    The language qps-ploc is a trial: your text with accents, 40 % longer; qps-plocm runs from right
    to left.

    --watch stays until you press Ctrl-C, and builds again when a leaflet, a catalog, a template, a
    picture or polyleaf.toml is saved: only what that changes, and what you edited first.

    --explain says of each file why it is made: which message, template, font, picture, setting or
    version is another than when it was made last, with file and line where there is one.

    The exit status is 1 if a leaflet could not be built, or --release refused one; a draft with
    findings is no failure.

    \b
    Example:
      polyleaf build
      polyleaf build vertebroplasty -l ur -e large
      polyleaf build vertebroplasty --bilingual ur
      polyleaf build vertebroplasty --output press
      polyleaf build vertebroplasty -l qps-ploc
      polyleaf build vertebroplasty -l ur -e large --watch
      polyleaf build --explain
    """
    from polyleaf.building.receipt import Receipt
    from polyleaf.source.root import find_root

    root = find_root(folder)
    asked = (leaflets, locales, editions, output, release, bilingual, prune)
    receipt = Receipt(root, out if out is not None else root.resolve() / "dist", asked, today())
    changed = None
    if not (force or verify or release or watch):
        if (settled := receipt.settled()) is not None:
            from polyleaf.report.console import console
            from polyleaf.report.progress import BuildTeller

            BuildTeller(console(), verbose=is_verbose(), quiet=quiet, explain=explain).settled(settled)
            return ExitCode.OK
        changed = receipt.changed() if not leaflets and not prune else None

    if watch and (release or force):
        raise UsageError("--watch makes drafts of what is stale", "Leave out --release and --force.")
    if explain and (watch or quiet):
        raise UsageError("--explain tells of every file of one build", "Leave out --watch and --quiet.")
    from polyleaf.building.ahead import begin_workers_ahead
    from polyleaf.building.plan import BuildRequest

    leaflets = changed.names if changed is not None else leaflets
    request = BuildRequest(
        out=out if out is not None else root.resolve() / "dist",
        leaflets=leaflets,
        locales=locales,
        editions=editions,
        jobs=jobs,
        release=release,
        prune=prune,
        force=force,
        verify=verify,
        scheduler=scheduler,
        explain=explain,
        bilingual=bilingual,
        output=output,
    )
    if not watch:
        begin_workers_ahead(root, request)
    from polyleaf.building.build import build as make
    from polyleaf.inspecting.doctor import with_fonts
    from polyleaf.report.console import console
    from polyleaf.report.progress import BuildTeller

    workspace = with_fonts(opened(folder, leaflets))
    request = replace(request, locales=codes(locales), bilingual=codes(bilingual))
    if watch:
        return _watch(folder, request)
    with BuildTeller(console(), verbose=is_verbose(), quiet=quiet, plain=plain, explain=explain) as teller:
        report = make(workspace, request, teller)
        report = changed.with_others(report) if changed is not None else report
    teller.summary(report)
    receipt.keep(report, teller.notes)
    if report.built and not quiet:
        click.echo(f"The PDF files are in {request.out}")
    return report.exit_code


def _watch(folder: Path, request: BuildRequest) -> ExitCode:
    """Build, and build again, until somebody presses Ctrl-C."""
    from polyleaf.building.build import build_crew
    from polyleaf.inspecting.doctor import with_fonts
    from polyleaf.report.console import console
    from polyleaf.report.watching import WatchTeller
    from polyleaf.source.root import find_root
    from polyleaf.watching.changes import Changes
    from polyleaf.watching.watcher import Watcher

    root = find_root(folder)
    teller = WatchTeller(console(), verbose=is_verbose())
    try:
        with build_crew() as crew:
            watcher = Watcher(lambda names: with_fonts(opened(root, names)), request, teller, crew, root)
            with Changes(root, request.out, watcher.saved):
                watcher.run()
    except KeyboardInterrupt:
        teller.close()
        click.echo("Stopped watching. Files that were finished are kept; nothing is half-written.")
    return ExitCode.OK
