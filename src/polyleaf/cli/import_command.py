"""``polyleaf import``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.cli.opened import opened, tell_broken, tell_error
from polyleaf.cli.options import project_option, verbose_option
from polyleaf.errors import ExitCode, PolyleafError, UsageError

if TYPE_CHECKING:
    from polyleaf.importing.bringing import Brought, Reading
    from polyleaf.importing.proposals import Proposal
    from polyleaf.importing.word.changes import Changes
    from polyleaf.workspace import Workspace


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--as", "name", metavar="LEAFLET", help="Name of the leaflet (default: from the name of the file).")
@click.option(
    "--facts",
    "choice",
    type=click.Choice(("ask", "take", "off")),
    default="ask",
    show_default=True,
    help="Numbers, dates, phones, addresses: ask lists each with its line, and asks if this is a terminal; "
    "take makes facts of all of them.",
)
@click.option(
    "--changes",
    type=click.Choice(("accept", "refuse")),
    default="accept",
    show_default=True,
    help="What becomes of tracked changes.",
)
@click.option(
    "--update", metavar="LEAFLET", help="Take the corrections of a file that polyleaf export made into this leaflet."
)
@click.option("--dry-run", is_flag=True, help="With --update: show the diff, and write nothing.")
@project_option
@verbose_option
def import_command(
    files: tuple[Path, ...],
    name: str | None,
    choice: str,
    changes: str,
    update: str | None,
    dry_run: bool,
    folder: Path,
) -> ExitCode:
    r"""Bring documents in: Word (.docx), LibreOffice (.odt), web pages (.html) and Markdown (.md).

    Each file becomes a leaflet with its pictures. Headings, lists, tables, boxes, links, footnotes
    and comments are taken; no word is lost, and what could not be taken as it was is listed with its
    place. The leaflet builds at once, as a draft. Needs `pip install "polyleaf[import]"`; for .odt
    LibreOffice too.

    With --update, the corrections of a Word file that `polyleaf export` made go into its leaflet: what
    nobody touched stays as it is, facts stay facts, and the diff is shown.

    The exit status is 1 if one of several files could not be brought in, or a correction not taken.

    \b
    Example:
      polyleaf import hip-replacement.docx
      polyleaf import old/*.docx --facts take --changes refuse
      polyleaf import --update vertebroplasty corrected.docx --dry-run
    """
    from polyleaf.importing.door import need_import

    need_import()
    from polyleaf.importing.word.changes import Changes

    if name and len(files) > 1:
        raise UsageError("--as names one leaflet, and there are several files", "Bring them in one by one.")
    if update:
        if len(files) > 1 or name:
            raise UsageError("--update takes one file, and no --as", "Take the files one by one.")
        return _update(files[0], update, Changes(changes), opened(folder, (update,)), dry_run=dry_run)
    from polyleaf.importing.taking import reading_of

    workspace = opened(folder)
    reading = reading_of(workspace, Changes(changes))
    failed = False
    for file in files:
        try:
            _bring(file, name, choice, workspace, reading)
        except PolyleafError as error:
            if len(files) == 1:
                raise
            failed = True
            tell_error(error)
    return ExitCode.FINDINGS if failed else ExitCode.OK


def _update(file: Path, name: str, changes: Changes, workspace: Workspace, *, dry_run: bool) -> ExitCode:
    """Corrections of clinicians into the leaflet."""
    from polyleaf.files import write_atomic
    from polyleaf.importing.bringing import gathered_from
    from polyleaf.importing.clinicians import update
    from polyleaf.report.importing import diff_lines, notice_lines

    if name not in workspace.project.leaflets:
        return tell_broken(workspace.project)
    made = update(workspace, name, gathered_from(file, str(file), changes), str(file))
    shown_as = f"leaflets/{name}/leaflet.md"
    for line in diff_lines(made, shown_as):
        click.echo(line)
    for line in notice_lines(made.notices):
        click.echo(line)
    if made.after != made.before and not dry_run:
        write_atomic(workspace.project.root / shown_as, made.after.encode())
    state = "nothing was written" if dry_run or made.after == made.before else f"written to {shown_as}"
    click.echo(f"{made.taken} corrections taken, {made.not_taken} not; {state}")
    return ExitCode.FINDINGS if made.not_taken else ExitCode.OK


def _bring(file: Path, wanted: str | None, choice: str, workspace: Workspace, reading: Reading) -> None:
    """One document."""
    from polyleaf.importing.bringing import brought, finished, gathered_from
    from polyleaf.importing.placing import free_name, placed
    from polyleaf.importing.taking import lines_of
    from polyleaf.report.importing import brought_lines, notice_lines, proposal_lines
    from polyleaf.starter.new_leaflet import free_code

    root = workspace.project.root
    name = free_name(root, wanted, file.stem)
    made = brought(gathered_from(file, str(file), reading.changes), file.stem, reading, free_code(root))
    plain = finished(made, (), workspace.today)
    shown_as = f"leaflets/{name}/leaflet.md"
    lines = lines_of(plain.text, workspace, name)
    listed = tuple(proposal_lines(made.proposals, lines, shown_as))
    taken = _taken(made, listed, choice)
    written = finished(made, taken, workspace.today) if taken else plain
    placed(root, name, written)
    for line in brought_lines(made, written, shown_as):
        click.echo(line)
    _tell_language(made, workspace)
    for line in notice_lines(written.notices):
        click.echo(line)
    _tell_facts(taken, listed, choice)
    click.echo(f"Look it over, then:  polyleaf check {name}  and  polyleaf build {name}")


def _taken(made: Brought, listed: Sequence[str], choice: str) -> tuple[Proposal, ...]:
    if choice == "take":
        return made.proposals
    if choice == "off" or not made.proposals or not sys.stdin.isatty():
        return ()
    click.echo(
        f"{len(made.proposals)} numbers, dates, phones and addresses could be facts. Enter takes one; n leaves it."
    )
    return tuple(
        one for one, line in zip(made.proposals, listed, strict=True) if click.confirm(f"{line} ?", default=True)
    )


def _tell_facts(taken: Sequence[Proposal], listed: Sequence[str], choice: str) -> None:
    if taken:
        click.echo(f"  {len(taken)} facts were made: look at each in the front matter")
    elif choice == "ask" and listed:
        click.echo(f"  {len(listed)} could be facts. --facts take makes them, or write them into the front matter:")
        for line in listed:
            click.echo(line)


def _tell_language(made: Brought, workspace: Workspace) -> None:
    """A document that says it is in another language than the leaflets of the project."""
    from polyleaf.importing.taking import other_language

    if said := other_language(made, workspace):
        source = workspace.project.config.source
        click.echo(f"  The document says its language is {said}; leaflets of this project are in {source}")
