"""``polyleaf verify``."""

from __future__ import annotations

import re
from pathlib import Path

import click

from polyleaf.cli.opened import opened
from polyleaf.cli.options import format_option, project_option, verbose_option
from polyleaf.errors import ExitCode, UsageError

_FILE = re.compile(r"\.(?:pdf|zip)$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@click.command()
@click.argument("subjects", nargs=-1, required=True, metavar="CODE|FILE...")
@project_option
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="OUT",
    help="Folder of the built files (default: dist in the project).",
)
@format_option("text", "json")
@verbose_option
def verify(subjects: tuple[str, ...], folder: Path, out: Path | None, style: str) -> ExitCode:
    r"""Say whether a print is current: by the code on its last page, by its PDF file, or a whole bundle.

    A code may be typed in small letters and without hyphens, or be the address that a telephone
    reads. A file is compared with the record of how it was made, and refused if it was changed. The
    exit status is 0 only if everything asked about is current.

    \b
    Example:
      polyleaf verify K7QM-9F3-X2P
      polyleaf verify knee-ar-clear.pdf
      polyleaf verify print-job.zip --format json
    """
    from polyleaf.delivery.file_check import verify_file  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.inspecting.currency import Answer  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.inspecting.verify import Verifier  # noqa: PLC0415 - heavy imports inside the command
    from polyleaf.report.verify import verify_json, verify_text  # noqa: PLC0415 - heavy imports inside the command

    workspace = opened(folder)
    verifier = Verifier(workspace, out if out is not None else workspace.project.root / "dist")
    for fault in verifier.faults:
        click.echo(f"polyleaf: {fault.location}: {fault.message}\n  -> {fault.hint}", err=True)
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
