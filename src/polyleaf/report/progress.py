"""A build as it is told to a person: a progress bar on a terminal, plain lines in a pipe, a summary in the end."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from polyleaf.building.outcome import BuildReport, Failed, Kept
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Fault, Finding, Severity
from polyleaf.model.wording import count
from polyleaf.report.findings import counted, finding_lines, shown
from polyleaf.report.validation import validated_line

if TYPE_CHECKING:
    from polyleaf.building.receipt import Settled


class BuildTeller:
    """Watches a build and tells it to a console; use it as a context manager.

    Args:
        console: Where to tell it; colour and a moving bar only if it is a terminal.
        verbose: Tell notes and tracebacks too.
        quiet: Tell errors and what failed, and one line in the end.
        plain: No bar that moves, and a line for each file, on a terminal too: a screen reader would read each step of
            the bar.
        explain: Tell of each file why it is made.

    Attributes:
        notes: What was told beside files and findings.
    """

    def __init__(
        self,
        console: Console,
        *,
        verbose: bool = False,
        quiet: bool = False,
        plain: bool = False,
        explain: bool = False,
    ) -> None:
        self.notes: list[str] = []
        self._console = console
        self._verbose = verbose
        self._quiet = quiet
        self._explain = explain
        self._reasons: dict[str, list[str]] = {}
        self._moves = console.is_terminal and not console.is_dumb_terminal and not (plain or quiet or explain)
        self._task: TaskID | None = None
        self._told: set[Fault] = set()
        self._before: Finding | None = None
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not self._moves,
        )

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def found(self, findings: tuple[Finding, ...]) -> None:
        """Tells the errors first: what goes wrong on the pages may come of them."""
        for finding in findings:
            if finding.severity is Severity.ERROR:
                self._tell(finding)

    def started(self, total: int, unchanged: int) -> None:
        """``total`` files will be made."""
        if total and not self._quiet:
            known = f", {unchanged} unchanged" if unchanged else ""
            self._say(f"building {count(total, 'PDF file')}{known}")
        self._task = self._progress.add_task("building", total=total or None)

    def finished(self, result: Artifact | Kept | Failed, findings: tuple[Finding, ...]) -> None:  # noqa: ARG002 - told in the summary
        """One of them is done."""
        if isinstance(result, Failed):
            self.refused(result)
            return
        self._advance(result, 1)
        if isinstance(result, Artifact) and not self._moves and not self._quiet:
            paper = f"{count(result.pages, 'page')}, {count(result.sheets, 'sheet')}"
            self._say(escape(f"built {result.path} ({paper})"))
            self._because(result.path)
        elif isinstance(result, Kept) and self._explain:
            self._say(escape(f"kept {result.artifact.path}: it stays as it is, byte for byte"))
            self._because(result.artifact.path)

    def explained(self, path: str, reasons: tuple[str, ...]) -> None:
        """Why a file is made."""
        self._reasons.setdefault(path, []).extend(reasons)

    def _because(self, path: str) -> None:
        for reason in self._reasons.get(path, ()):
            self._say(escape(f"    because {reason}" if not reason.startswith("taken") else f"    {reason}"))

    def refused(self, failed: Failed) -> None:
        """Something is not built."""
        self._advance(failed, failed.files)
        self._told.update(failed.faults)
        self._say(f"[bold red]failed[/] {escape(failed.name)}: {escape(failed.reason)}")
        if failed.hint:
            self._say(f"    -> {escape(failed.hint)}")
        for fault in failed.faults[1:]:
            self._say(escape(f"    {fault.place}: {fault.message}"))
            if fault.hint:
                self._say(escape(f"        -> {fault.hint}"))
        if self._verbose and failed.detail:
            self._say(escape(failed.detail))

    def _advance(self, result: Artifact | Kept | Failed, files: int) -> None:
        if self._task is not None:
            self._progress.update(self._task, advance=files, description=_short(result))

    def note(self, text: str) -> None:
        """Something worth a line."""
        self.notes.append(text)
        self._say(escape(text))

    def summary(self, report: BuildReport) -> None:
        """Findings that nobody was told yet, then one line for the whole build."""
        self._findings(report.findings)
        if (line := validated_line(report.built)) and not self._quiet:
            self._say(escape(line))
        parts = [f"{len(report.built)} built", f"{report.current} unchanged", f"{len(report.failed)} failed"]
        if report.pruned:
            parts.append(f"{len(report.pruned)} removed")
        self._last_line(parts, report.current, report.findings, report.seconds)
        if not (report.built or report.failed or report.current):
            self._say("There is no leaflet yet: begin one with polyleaf new, or bring one in with polyleaf import.")
        if not report.built and not report.failed and report.current and not self._quiet:
            self._say("Everything is unchanged.")
            self._say_why_not()

    def settled(self, known: Settled) -> None:
        """The same of a build that had nothing to do, because nothing has changed since the last one."""
        self._findings(known.findings)
        self._last_line(["0 built", f"{known.files} unchanged", "0 failed"], known.files, known.findings, known.seconds)
        if known.files and not self._quiet:
            self._say("Everything is unchanged.")
            self._say_why_not()

    def _say_why_not(self) -> None:
        if self._explain and not self._reasons:
            self._say("Nothing that a file is made from has changed since it was made.")

    def _findings(self, findings: tuple[Finding, ...]) -> None:
        for finding in shown(findings, self._verbose):
            if not self._quiet or finding.severity is Severity.ERROR:
                self._tell(finding)

    def _last_line(self, parts: Sequence[str], current: int, findings: tuple[Finding, ...], seconds: float) -> None:
        """One line for the whole build; what was found on files that are unchanged was told when they were made."""
        told = shown(findings, self._verbose)
        found = "no new findings" if current and not told else counted(told)
        self._say(f"{', '.join(parts)}; {found}; {seconds:.1f} s")

    def _tell(self, finding: Finding) -> None:
        """A finding, once."""
        if finding.fault not in self._told:
            self._told.add(finding.fault)
            for line in finding_lines(finding, self._before):
                self._say(escape(line))
            self._before = finding

    def _say(self, text: str) -> None:
        self._console.print(text, soft_wrap=True)


def _short(result: Artifact | Kept | Failed) -> str:
    if isinstance(result, Failed):
        return escape(result.name)
    if isinstance(result, Kept):
        result = result.artifact
    return escape(f"{result.leaflet} {result.locale} {result.edition}")
