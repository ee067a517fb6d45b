"""``polyleaf preflight``."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.cli.options import format_option, jobs_option, project_option, verbose_option
from polyleaf.cli.result import check_target, is_page, result_option, tell
from polyleaf.errors import ExitCode, UsageError
from polyleaf.model.wording import count

if TYPE_CHECKING:
    from polyleaf.model.preflight import NotJudged, PreflightReport
    from polyleaf.model.preset import Preset

_FOLDER = "--format html -o reports"


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(dir_okay=False, path_type=Path))
@project_option
@click.option(
    "--profile",
    default="gwg-sheetfed-cmyk",
    show_default=True,
    metavar="NAME",
    help="gwg-sheetfed-cmyk, gwg-digital, office, or one of [preflight.NAME] in polyleaf.toml.",
)
@format_option("text", "json", "html")
@result_option
@jobs_option
@verbose_option
def preflight(files: tuple[Path, ...], folder: Path, profile: str, style: str, out: Path | None, jobs: int) -> ExitCode:
    r"""Judge PDF files as a print shop does, whoever made them.

    The rules are those of the Ghent Workgroup (2022) and of PDF/X-4. Each finding says what is wrong,
    on which page and where on it, by which rule, and what to do.

    If Ghostscript is installed (`apt-get install ghostscript`), the ink on every square of 15 mm is
    measured too. A file is read in a process of its own, which is ended after 60 seconds or at 2 GB
    of memory: files from elsewhere may be damaged or malicious.

    The exit status is 1 if a file is not ready for print or cannot be read.

    \b
    Example:
      polyleaf preflight dist/knee/ar/knee-ar-large-press.pdf
      polyleaf preflight flyer.pdf --profile gwg-digital --format html -o report.html
    """
    from polyleaf.building.plan import BuildRequest
    from polyleaf.inspecting.apart import NotPreflighted, preflights_apart
    from polyleaf.inspecting.preflight import PreflightOrder, find_preset
    from polyleaf.model.preflight import NotJudged, PreflightReport
    from polyleaf.report.preflight import preflight_json, preflight_text

    check_target(out, style, "reports", _FOLDER)
    page = style == "html" and out is not None and is_page(out, len(files), "to report on", _FOLDER)
    preset = find_preset(profile, _own(folder))
    orders = [PreflightOrder(path, str(path), preset, pictures=style == "html") for path in files]
    outcomes: list[PreflightReport | NotJudged] = []
    with closing(preflights_apart(orders, BuildRequest(folder, jobs=jobs).workers)) as judged:
        for path, one in zip(files, judged, strict=True):
            outcomes.append(NotJudged(str(path), one.message, one.hint) if isinstance(one, NotPreflighted) else one)
    reports = [one for one in outcomes if isinstance(one, PreflightReport)]
    if style == "html" and out is not None:
        _write_pages(reports, out, page=page)
        told = [_told(one) for one in outcomes if isinstance(one, NotJudged)]
        click.echo("\n".join([*told, f"{count(len(reports), 'report')} written to {out}"]))
    elif style == "json":
        tell(preflight_json(outcomes), out)
    else:
        tell("\n".join(_told(one) if isinstance(one, NotJudged) else preflight_text(one) for one in outcomes), out)
    passed = len(reports) == len(outcomes) and all(report.passed for report in reports)
    return ExitCode.OK if passed else ExitCode.FINDINGS


def _told(failure: NotJudged) -> str:
    return f"{failure.path}: not judged\n  error: {failure.message}\n      -> {failure.hint}"


def _own(folder: Path) -> tuple[Preset, ...]:
    """The presets of the project, if there is one: files of anywhere need none."""
    from polyleaf.source.config import read_config
    from polyleaf.source.root import CONFIG_NAME, find_root

    try:
        root = find_root(folder)
    except UsageError:
        return ()
    return read_config(root / CONFIG_NAME).presets


def _write_pages(reports: list[PreflightReport], out: Path, *, page: bool) -> None:
    """One page for each file; files of the same name in several folders get numbers."""
    from polyleaf.files import write_atomic
    from polyleaf.report.preflight_page import preflight_html

    if page:
        for report in reports:
            write_atomic(out, preflight_html(report).encode())
        return
    taken: dict[str, int] = {}
    for report in reports:
        stem = Path(report.path).stem
        taken[stem] = taken.get(stem, 0) + 1
        name = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
        write_atomic(out / f"{name}.html", preflight_html(report).encode())
