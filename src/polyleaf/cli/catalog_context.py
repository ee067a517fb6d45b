"""``polyleaf catalog context``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import codes, opened, tell_broken
from polyleaf.cli.options import leaflets_argument, locales_option, project_option, verbose_option
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
@project_option
@verbose_option
def context_command(
    leaflets: tuple[str, ...], locales: tuple[str, ...], edition: str, out: Path, folder: Path
) -> ExitCode:
    r"""Show translators where each text stands: a picture for every message.

    The source and the translation stand side by side, with a frame round the text. There is one page
    (HTML) a catalog; the pictures are named by message, for the upload of screenshots of Weblate and
    others, and index.csv says which is which. The words of a picture's description are heard, not
    seen: there the picture is framed.

    The exit status is 1 if a leaflet cannot be read.

    \b
    Example:
      polyleaf catalog context vertebroplasty -l ur -o pages
    """
    from polyleaf.translating.context import Contexts
    from polyleaf.translating.context_pages import written_context

    workspace = opened(folder, leaflets)
    config = workspace.project.config
    wanted = codes(locales) or config.targets
    for locale in wanted:
        if locale not in config.targets:
            raise UsageError(f"{locale} is no language to translate into", f"There are: {', '.join(config.targets)}.")
    edition = edition or next(iter(config.editions))
    if edition not in config.editions:
        raise UsageError(f"There is no edition {edition}", f"There are: {', '.join(config.editions)}.")
    with Contexts(workspace, edition) as contexts:
        for leaflet in workspace.project.leaflets:
            for locale in wanted:
                shown = contexts.of(leaflet, locale)
                page = written_context(workspace, leaflet, locale, shown, out)
                nowhere = sum(not one.picture for one in shown)
                more = f", {nowhere} printed nowhere" if nowhere else ""
                click.echo(f"wrote {page} with {len(shown) - nowhere} pictures{more}")
    return tell_broken(workspace.project)
