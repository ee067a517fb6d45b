"""``polyleaf catalog impact``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import codes, opened, tell_broken
from polyleaf.cli.options import format_option, leaflets_argument, locales_option, project_option, verbose_option
from polyleaf.errors import ExitCode, UsageError


@click.command()
@leaflets_argument
@project_option
@locales_option
@click.option(
    "--since",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="DIR",
    help="An earlier copy of the project: also say what changed in the leaflets since then.",
)
@format_option("text", "json")
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="FILE",
    help="Write a job sheet for an agency: FILE.txt or FILE.xlsx.",
)
@click.option("--force", is_flag=True, help="Replace a job sheet of that name.")
@verbose_option
def impact(
    leaflets: tuple[str, ...],
    folder: Path,
    locales: tuple[str, ...],
    since: Path | None,
    style: str,
    out: Path | None,
    force: bool,
) -> ExitCode:
    r"""Say what edits of the leaflets mean: stale texts, words to pay for, files on paper.

    For every language: which texts changed, word by word, which sign-offs are void, and which PDF
    files are of an older text. It works before and after catalog update and changes nothing.

    The exit status is 1 if a leaflet cannot be read.

    \b
    Example:
      polyleaf catalog impact
      polyleaf catalog impact vertebroplasty -l pl -o job-pl.xlsx
      polyleaf catalog impact --since ../leaflets-of-last-year
    """
    from polyleaf.catalog.progress.job_sheet import job_sheet_text, job_sheet_xlsx
    from polyleaf.files import write_atomic
    from polyleaf.report.impact import impact_json, impact_text
    from polyleaf.translating.impact import survey_impact

    if out is not None and out.suffix not in (".txt", ".xlsx"):
        raise UsageError(f"{out}: a job sheet is a .txt or .xlsx file", "Choose such a name.")
    if out is not None and out.exists() and not force:
        raise UsageError(f"{out} exists already", "Choose another name, or add --force to replace it.")
    workspace = opened(folder, leaflets)
    project = workspace.project
    found = survey_impact(workspace, codes(locales), since)
    code = tell_broken(project)
    if out is not None:
        rows = [row for one in found for row in one.impacts]
        organisation = project.config.organisation
        data = (
            job_sheet_xlsx(organisation, rows)
            if out.suffix == ".xlsx"
            else job_sheet_text(organisation, rows).encode(errors="replace")
        )
        write_atomic(out, data)
    click.echo(impact_json(found) if style == "json" else impact_text(found))
    if out is not None:
        click.echo(f"job sheet: {out}", err=style == "json")
    return code
