"""``polyleaf check``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from polyleaf.cli.opened import codes, opened
from polyleaf.cli.options import (
    format_option,
    is_verbose,
    jobs_option,
    leaflets_argument,
    locales_option,
    project_option,
    verbose_option,
)
from polyleaf.cli.result import check_target, is_page, result_option, tell
from polyleaf.errors import ExitCode
from polyleaf.model.wording import count

if TYPE_CHECKING:
    from polyleaf.inspecting.check import Judgement
    from polyleaf.model.finding import Waiver

_FOLDER = "--format html -o certificates"


@click.command()
@leaflets_argument
@project_option
@locales_option
@format_option("text", "json", "sarif", "html")
@result_option
@jobs_option
@verbose_option
def check(
    leaflets: tuple[str, ...], folder: Path, locales: tuple[str, ...], style: str, out: Path | None, jobs: int
) -> ExitCode:
    r"""Judge leaflets and translations, and the PDF files that are current.

    Nothing is built. With --format html, write a readability certificate for each PDF: every
    rule, the figure that was found, pass or fail. With --format json each finding has check,
    severity, path, line, page, locale, message, hint and prints (the files and pages on which it
    shows); what does not apply is null. With --format sarif the findings are in the form that
    code hosts and editors show.

    A finding that is right and accepted is waived with a written reason, in the leaflet or in
    polyleaf.toml. The exit status is 1 if there is an error.

    \b
    Example:
      polyleaf check
      polyleaf check vertebroplasty -l ur --format json
      polyleaf check --format html -o certificates
    """
    from polyleaf.checks.subjects import project_waivers
    from polyleaf.inspecting.check import judge
    from polyleaf.model.finding import Severity
    from polyleaf.report.findings import findings_json
    from polyleaf.report.sarif import findings_sarif

    check_target(out, style, "certificates", _FOLDER)
    workspace = opened(folder, leaflets)
    judged = judge(workspace, codes(locales), some=bool(leaflets), measure=style == "html", jobs=jobs)
    if style == "html" and out is not None:
        _write_certificates(judged, project_waivers(workspace.project), out)
    elif style == "json":
        tell(findings_json(judged.findings), out)
    elif style == "sarif":
        tell(findings_sarif(judged.findings), out)
    else:
        tell(_text(judged), out)
    failed = any(finding.severity is Severity.ERROR for finding in judged.findings)
    return ExitCode.FINDINGS if failed else ExitCode.OK


def _text(judged: Judgement) -> str:
    from polyleaf.report.findings import all_lines, counted, shown

    findings = shown(judged.findings, is_verbose())
    lines = list(all_lines(findings))
    lines.append(counted(findings))
    if judged.not_built:
        lines.append(_not_built(judged))
    return "\n".join(lines)


def _not_built(judged: Judgement) -> str:
    commands = " and ".join(dict.fromkeys(_builds(judged.not_built)))
    return f"{count(len(judged.not_built), 'PDF file is', 'PDF files are')} not built or not current: {commands}"


def _builds(paths: Sequence[str]) -> Iterator[str]:
    """The commands that build these files: some kinds are made only if they are asked for."""
    from polyleaf.building.item import TWIN, item_of

    items = [item for path in paths if (item := item_of(PurePosixPath(path)))]
    twins = dict.fromkeys(item.locale for item in items if item.twin)
    beside = "".join(f" --{TWIN} {locale}" for locale in twins)
    for item in sorted(items, key=lambda one: (one.twin, one.output.name)):
        asked = f" --output {item.output.name}" if item.output.needs and not item.output.is_of_folds else ""
        yield f"polyleaf build{asked}{beside if item.twin else ''}"


def _write_certificates(judged: Judgement, waivers: Sequence[Waiver], out: Path) -> None:
    """Write one certificate for each file that was measured.

    Raises:
        UsageError: One file is named for several.
    """
    from polyleaf.files import write_atomic
    from polyleaf.report.certificate import certificate

    one = is_page(out, len(judged.measured), "PDF files to certify", _FOLDER)
    for file in judged.measured:
        accepted = {one.check: one.reason for one in waivers if one.leaflet in (None, file.leaflet)}
        target = out if one else out / f"{Path(file.path).stem}.html"
        write_atomic(target, certificate(file, accepted).encode())
    written = f"{count(len(judged.measured), 'certificate')} written to {out}"
    click.echo(written if judged.measured else "No PDF to certify.")
    if judged.not_built:
        click.echo(_not_built(judged))
