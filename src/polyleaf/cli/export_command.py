"""``polyleaf export``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import one_locale, opened, tell_broken
from polyleaf.cli.options import not_misnamed, project_option, replace_option, verbose_option
from polyleaf.errors import ExitCode, UsageError


@click.command("export")
@click.argument("leaflet")
@click.option(
    "--format", "style", type=click.Choice(("docx",)), default="docx", show_default=True, help="Kind of file."
)
@click.option("-l", "--locale", default="", metavar="LOCALE", help="The language (default: the source language).")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
              help="The file (default: the name of the leaflet, in this folder).")  # fmt: skip
@replace_option
@project_option
@verbose_option
def export_command(leaflet: str, style: str, locale: str, out: Path | None, force: bool, folder: Path) -> ExitCode:
    r"""Send a leaflet to clinicians: a Word file that they correct.

    Facts stand on yellow ground. `polyleaf import --update` takes the corrections back, also tracked
    ones, and shows them as a diff. A translation can be sent to be read; corrections of translations
    come back through `catalog export --format xlsx`. Needs `pip install "polyleaf[import]"`.

    The exit status is 1 if the leaflet cannot be read.

    \b
    Example:
      polyleaf export vertebroplasty
      polyleaf export vertebroplasty -l pl -o for-dr-nowak.docx
    """
    from polyleaf.files import write_atomic
    from polyleaf.importing.clinicians import word_file
    from polyleaf.importing.door import need_import

    need_import()
    workspace = opened(folder, (leaflet,))
    if leaflet not in workspace.project.leaflets:
        return tell_broken(workspace.project)
    config = workspace.project.config
    wanted = one_locale(locale, config)
    end = "" if wanted == config.source else f"-{wanted}"
    path = not_misnamed(out or Path(f"{leaflet}{end}.{style}"), f".{style}")
    if path.exists() and not force:
        raise UsageError(f"{path} is already there, and may be somebody's work", "Name another file, or give --force.")
    write_atomic(path, word_file(workspace, leaflet, wanted))
    click.echo(f"wrote {path}")
    if wanted == config.source:
        click.echo(f"Corrections come back with:  polyleaf import --update {leaflet} {path}")
    return ExitCode.OK
