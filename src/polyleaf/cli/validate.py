"""``polyleaf validate``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.options import built_option, format_option, is_verbose, project_option, verbose_option
from polyleaf.errors import ExitCode, UsageError

_PROFILES = {"ua-1": "pdf/ua-1", "ua-2": "pdf/ua-2", "wtpdf": "wtpdf"}


@click.command()
@click.argument(
    "files", nargs=-1, metavar="[FILE]...", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
)
@project_option
@built_option
@click.option(
    "--profile",
    type=click.Choice(tuple(_PROFILES)),
    default=None,
    help="What to hold them against (default: what polyleaf.toml says, or ua-1).",
)
@click.option(
    "--with",
    "wanted",
    multiple=True,
    type=click.Choice(("page-validation", "verapdf")),
    help="Only this validator, and fail if it is missing; may be given again (default: all there are).",
)
@format_option("text", "json")
@verbose_option
def validate(
    files: tuple[Path, ...],
    folder: Path,
    out: Path | None,
    profile: str | None,
    wanted: tuple[str, ...],
    style: str,
) -> ExitCode:
    r"""Hold PDF files against PDF/UA with veraPDF and page-validation.

    Without FILE, every built accessible file of the project is judged. To get the validators: `pip
    install "polyleaf[validate]"` and, for veraPDF, `apt-get install default-jre-headless`. While
    building, page-validation judges each file when it is installed; a file that fails is not put
    in its place.

    The exit status is 1 if a file fails or cannot be judged, and 3 if no validator is installed.

    \b
    Example:
      polyleaf validate
      polyleaf validate --with verapdf --profile ua-2 leaflet.pdf
    """
    from polyleaf.inspecting.validate import bench, built_files
    from polyleaf.inspecting.validate import validate as judge
    from polyleaf.model.validation import Conformance
    from polyleaf.report.console import console
    from polyleaf.report.validation import ValidationTeller, validation_json

    standard, dist = ("", folder) if files and profile else _project(folder, needed=not files)
    against = Conformance(_PROFILES[profile] if profile else standard)
    judged = files or built_files(out if out is not None else dist)
    validators = bench(against, wanted)
    if style == "json":
        verdicts = list(judge(judged, against, validators.used))
        click.echo(validation_json(validators, against, verdicts, judged))
    else:
        teller = ValidationTeller(console(), against, verbose=is_verbose())
        teller.validators(validators, len(judged))
        verdicts = []
        for path, verdict in judge(judged, against, validators.used):
            verdicts.append((path, verdict))
            teller.verdict(path, verdict)
        teller.summary(verdicts)
    return ExitCode.OK if all(verdict.passed for _, verdict in verdicts) else ExitCode.FINDINGS


def _project(folder: Path, *, needed: bool) -> tuple[str, Path]:
    """The standard that the project's files keep, and where they are; files of anywhere need no project."""
    from polyleaf.source.config import read_config
    from polyleaf.source.root import CONFIG_NAME, find_root

    try:
        root = find_root(folder)
    except UsageError:
        if needed:
            raise
        return "pdf/ua-1", folder
    return read_config(root / CONFIG_NAME).accessible, root / "dist"
