"""``polyleaf catalog context``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from polyleaf.cli.opened import check_edition, codes, opened, tell_broken
from polyleaf.cli.options import jobs_option, leaflets_argument, locales_option, project_option, verbose_option
from polyleaf.errors import ExitCode, UsageError


@click.command("context")
@leaflets_argument
@locales_option
@click.option("-e", "--edition", default="", metavar="EDITION", help="The size to show (default: the first).")
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder for pages and pictures.",
)
@jobs_option
@project_option
@verbose_option
def context_command(
    leaflets: tuple[str, ...], locales: tuple[str, ...], edition: str, out: Path, jobs: int, folder: Path
) -> ExitCode:
    r"""Show translators where each text stands: a picture for every message.

    The source and the translation stand side by side, with a frame round the text. There is one page
    (HTML) a catalog; the pictures are named by message, for the upload of screenshots of Weblate and
    others, and index.csv says which is which. The words of a picture's description are heard, not
    seen: there the picture is framed. `templates` may be named like a leaflet; its words are shown in
    the first leaflet that prints them, else in a specimen.

    The exit status is 1 if a leaflet cannot be read.

    \b
    Example:
      polyleaf catalog context vertebroplasty -l ur -o pages
    """
    from polyleaf.catalog.po.paths import TEMPLATES
    from polyleaf.translating.context_work import ContextOrder, all_contexts

    workspace = opened(folder, leaflets, templates=True)
    config = workspace.project.config
    wanted = codes(locales) or config.targets
    for locale in wanted:
        if locale not in config.targets:
            raise UsageError(f"{locale} is no language to translate into", f"There are: {', '.join(config.targets)}.")
    edition = edition or next(iter(config.editions))
    check_edition(edition, config)
    names = leaflets or (*workspace.project.leaflets, TEMPLATES)
    order = ContextOrder(workspace.project.root, names, tuple(wanted), edition, out.absolute(), workspace.today)
    for page in all_contexts(order, jobs or len(os.sched_getaffinity(0))):
        more = f", {page.nowhere} printed nowhere" if page.nowhere else ""
        click.echo(f"wrote {out / page.path.name} with {page.pictures} pictures{more}")
    return tell_broken(workspace.project)
