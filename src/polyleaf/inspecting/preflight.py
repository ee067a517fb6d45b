"""Preflight: any PDF, read in a process of its own with limits, judged as a print shop does."""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from polyleaf.checks.registry import find
from polyleaf.checks.run import run
from polyleaf.errors import ExitCode, PolyleafError, UsageError, nearest
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.preflight import PreflightReport, Sheet
from polyleaf.model.preset import PRESETS, Preset
from polyleaf.model.press_facts import PressFacts
from polyleaf.model.press_file import MM, InkArea, PressFile, Undrawn
from polyleaf.pdf.limits import MIB
from polyleaf.pdf.press.coverage import ink_areas
from polyleaf.pdf.press.facts import read_press
from polyleaf.pdf.press.ghostscript import Drawn, draw, is_installed
from polyleaf.pdf.thumbnail import thumbnails
from polyleaf.pdf.validators.programs import ProgramFailed
from polyleaf.workers.forkserver import birthplace, no_interrupt
from polyleaf.workers.worker import Failure, carry_out

SECONDS = 60.0
"""How long one file may take: a press file of 40 pages takes 1 s, and Ghostscript 10."""

MEMORY = 2048 * MIB
"""Address space of the process that reads a file."""

_PICTURES = 12
"""Most pages of one file that are drawn for a report."""


class NotPreflighted(PolyleafError):  # noqa: N818 - it names the file's state, as a finding would
    """A file that could not be judged at all."""

    exit_code = ExitCode.FINDINGS


@dataclass(frozen=True, slots=True)
class PreflightOrder:
    """One file to judge.

    Attributes:
        path: The file.
        shown_as: What findings call it.
        preset: What it is held against.
        pictures: Whether pages with findings are drawn.
        leaflet, locale: What it shows, if that is known.
        scratch: A folder for what programs write, which whoever gives the order takes away; None for an own one.
    """

    path: Path
    shown_as: str
    preset: Preset
    pictures: bool = False
    leaflet: str = ""
    locale: str = ""
    scratch: Path | None = None


def find_preset(name: str, own: Sequence[Preset] = ()) -> Preset:
    """The preset of that name: the project's own, or a built-in one.

    Raises:
        UsageError: There is none, or it names a check that does not exist.
    """
    known = {**PRESETS, **{preset.name: preset for preset in own}}
    if name not in known:
        near = nearest(name, known)
        raise UsageError(
            f"there is no preflight profile called {name[:60]!r}",
            f"Did you mean {near}?" if near else f"There are {', '.join(known)}.",
        )
    for check in known[name].weights:
        find(check)
    return known[name]


def preflight(
    order: PreflightOrder, reader: Callable[[PreflightOrder], PreflightReport] | None = None
) -> PreflightReport:
    """Judge one file in a process of its own, which is ended if it takes too much time or memory.

    Args:
        order: The file.
        reader: What is done there; ``judged`` unless said otherwise.

    Raises:
        NotPreflighted: The file cannot be read, or reading it passed a limit.
        MachineError: No process can be started.
    """
    with scratch_folder() as folder:
        return _preflight(replace(order, scratch=folder), reader or judged)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for what programs write while files are judged: it goes even if they are ended in the middle."""
    with tempfile.TemporaryDirectory(prefix="polyleaf-preflight-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _preflight(order: PreflightOrder, reader: Callable[[PreflightOrder], PreflightReport]) -> PreflightReport:
    context = birthplace((__name__,))
    here, there = context.Pipe()
    with no_interrupt():
        process = context.Process(target=_child, args=(there, reader, order), daemon=True)
        process.start()
    there.close()
    with here, _ended(process):
        if not here.poll(SECONDS):
            raise NotPreflighted(f"{order.shown_as} was not read after {SECONDS:.0f} seconds", _TOO_MUCH)
        try:
            result: PreflightReport | Failure = here.recv()
        except (EOFError, OSError):
            raise NotPreflighted(f"{order.shown_as} makes its reader fail, or use too much memory", _TOO_MUCH) from None
    if isinstance(result, Failure):
        code = result.exit_code
        if code is ExitCode.INTERNAL:
            raise NotPreflighted(f"{order.shown_as} cannot be judged: {result.message}", result.hint)
        raise NotPreflighted(result.message, result.hint or _TOO_MUCH)
    return result


_TOO_MUCH = "Export it again from the program it comes from; if it is right, send it to the print shop for a test."


@contextmanager
def _ended(process: BaseProcess) -> Iterator[None]:
    try:
        yield
    finally:
        process.kill()
        process.join()
        process.close()


def _child(pipe: Connection, reader: Callable[[PreflightOrder], PreflightReport], order: PreflightOrder) -> None:
    with suppress(ValueError, OSError):  # a lower limit is set already
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.setrecursionlimit(1_000)
    result = carry_out(reader, order)
    with suppress(OSError):
        pipe.send(result)
    pipe.close()


def judged(order: PreflightOrder) -> PreflightReport:
    """Judge one file in this process.

    Raises:
        UnreadablePdf: It is no PDF, is damaged or locked, or passes a bound.
    """
    facts = read_press(order.path, order.shown_as)
    tried, notes = _tried(order, facts)
    file = PressFile(facts, order.preset.limits, order.leaflet, order.locale, areas=tried.areas, undrawn=tried.undrawn)
    crowded = [str(page.number) for page in facts.pages if page.crowded]
    if crowded:
        notes.append(f"Not all of page {', '.join(crowded)} was looked at: too much is drawn there.")
    findings = tuple(weighed(run((file,), partial=True), order.preset))
    sheets = tuple(Sheet(page.number, page.media, page.cut) for page in facts.pages)
    wanted = dict.fromkeys(one.fault.location.page for one in findings if one.fault.location.page)
    pictures = thumbnails(order.path, list(wanted)[:_PICTURES]) if order.pictures else {}
    return PreflightReport(order.shown_as, order.preset.name, sheets, _summary(facts), findings, tuple(notes), pictures)


def weighed(findings: Sequence[Finding], preset: Preset) -> Iterator[Finding]:
    """The findings as a preset weighs them."""
    for finding in findings:
        severity = preset.weights.get(finding.check, finding.severity)
        if severity is not None:
            yield replace(finding, severity=Severity(severity))


@dataclass(frozen=True, slots=True)
class _Tried:
    """What drawing a file with Ghostscript showed."""

    areas: tuple[InkArea, ...] = ()
    undrawn: tuple[Undrawn, ...] = ()


def _tried(order: PreflightOrder, facts: PressFacts) -> tuple[_Tried, list[str]]:
    """Draw the file as a test, unless nobody wants to know; and notes on what was not done."""
    if all(order.preset.weights.get(check, Severity.ERROR) is None for check in _OF_GHOSTSCRIPT):
        return _Tried(), []
    if not is_installed():
        return _Tried(), [f"{_NOT_DRAWN}: Ghostscript is not installed."]
    with scratch_folder() if order.scratch is None else nullcontext(order.scratch) as scratch:
        folder = Path(tempfile.mkdtemp(dir=scratch))
        try:
            drawn = draw(order.path, facts.pages, folder)
        except ProgramFailed as error:
            return _Tried(), [f"{_NOT_DRAWN}: Ghostscript {error}."]
        undrawn = tuple(_unexplained(drawn, facts))
        try:
            return _Tried(ink_areas(folder, facts.pages), undrawn), []
        except ProgramFailed as error:
            return _Tried((), undrawn), [f"Ink over squares of 15 mm was not measured: Ghostscript {error}."]


_OF_GHOSTSCRIPT = ("press/area-too-inky", "press/cannot-be-drawn")
_NOT_DRAWN = "The file was not drawn as a test, and ink over squares of 15 mm was not measured"


def _unexplained(drawn: Drawn, facts: PressFacts) -> Iterator[Undrawn]:
    """What Ghostscript could not draw and we did not find ourselves: it does not say what it stumbled over."""
    broken = any(image.broken for page in facts.pages for image in page.images)
    if broken or facts.broken_fonts or facts.damage or any(page.missing for page in facts.pages):
        return
    yield from drawn.complaints
    expected = {font.name for font in facts.fonts if not font.embedded}
    for name in drawn.replaced:
        if name not in expected:
            yield Undrawn(f"it puts another font in the place of {name}")


def _summary(facts: PressFacts) -> tuple[tuple[str, str], ...]:
    left, bottom, right, top = facts.pages[0].cut
    size = f"{(right - left) / MM:.1f} by {(top - bottom) / MM:.1f} mm"
    intent = next((one.identifier or "unnamed" for one in facts.intents if one.kind == "GTS_PDFX"), "none")
    return (
        ("Title", facts.info.get("Title") or facts.xmp.get("dc:title", "")),
        ("Standard", facts.pdfx or f"PDF {facts.version}"),
        ("Pages", str(len(facts.pages))),
        ("Size", size),
        ("Printing condition", intent),
        ("Bound at the", "right" if facts.right_to_left else "left"),
    )
