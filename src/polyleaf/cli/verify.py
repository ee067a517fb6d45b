"""``polyleaf verify``."""

from __future__ import annotations

import re
from pathlib import Path

import click

from polyleaf.cli.opened import opened
from polyleaf.cli.options import built_option, format_option, jobs_option, project_option, verbose_option
from polyleaf.errors import ExitCode, UsageError

_FILE = re.compile(r"\.(?:pdf|zip)$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@click.command()
@click.argument("subjects", nargs=-1, required=True, metavar="CODE|FILE...")
@project_option
@built_option
@format_option("text", "json")
@jobs_option
@verbose_option
def verify(subjects: tuple[str, ...], folder: Path, out: Path | None, style: str, jobs: int) -> ExitCode:
    r"""Say whether a print is current: by the code on its last page, by its PDF file, or a whole bundle.

    A code stands for leaflet, language, edition and every letter that is printed. It may be typed in
    small letters and without hyphens, or be the address that a telephone reads; a mistyped one is
    noticed, and the code that was probably meant is named. A file, also a renamed one, is compared
    with the record of how it was made, and refused if it was changed. A bundle (.zip) is gone
    through file by file.

    A draft is never current, and nobody is sent to one: without an approved print it says whom to ask.
    The exit status is 0 only if everything asked about is current.

    \b
    Example:
      polyleaf verify K7QM-9F3-X2P
      polyleaf verify knee-ar-clear.pdf
      polyleaf verify print-job.zip --format json
    """
    from polyleaf.building.plan import BuildRequest
    from polyleaf.delivery.file_check import codes_in, verify_file
    from polyleaf.inspecting.currency import Answer
    from polyleaf.inspecting.verify import Verifier
    from polyleaf.report.verify import verify_json, verify_text

    workspace = opened(folder)
    verifier = Verifier(workspace, out if out is not None else workspace.project.root / "dist")
    for fault in verifier.faults:
        click.echo(f"polyleaf: {fault}\n  -> {fault.hint}", err=True)
    codes = (codes_in(Path(one)) if _FILE.search(one) and Path(one).is_file() else (one,) for one in subjects)
    verifier.foresee((code for found in codes for code in found), BuildRequest(folder, jobs=jobs).workers)
    answers: list[Answer] = []
    for subject in subjects:
        path = Path(subject)
        if not _ADDRESS.match(subject) and (_FILE.search(subject) or path.is_file()):
            if not path.is_file():
                raise UsageError(f"there is no file {subject}", "Check its name, or give the code on its last page.")
            answers += verify_file(verifier, path)
        else:
            answers.append(verifier.code(subject))
    click.echo(verify_json(answers) if style == "json" else verify_text(answers))
    return ExitCode.OK if all(answer.is_current for answer in answers) else ExitCode.FINDINGS
