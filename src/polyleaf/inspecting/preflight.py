"""Preflight: any PDF, judged as a print shop does."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from polyleaf.checks.registry import find
from polyleaf.checks.run import run
from polyleaf.errors import UsageError, nearest
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.preflight import PreflightReport, Sheet
from polyleaf.model.preset import PRESETS, Preset
from polyleaf.model.press_facts import PressFacts
from polyleaf.model.press_file import MM, InkArea, PressFile, Undrawn
from polyleaf.pdf.press.coverage import ink_areas
from polyleaf.pdf.press.facts import read_press
from polyleaf.pdf.press.ghostscript import Drawn, draw, is_installed
from polyleaf.pdf.thumbnail import thumbnails
from polyleaf.pdf.validators.programs import ProgramFailed

_PICTURES = 12
"""Most pages of one file that are drawn for a report."""


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


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for what programs write while files are judged: it goes even if they are ended in the middle."""
    with tempfile.TemporaryDirectory(prefix="polyleaf-preflight-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


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
    if broken or facts.broken_fonts or facts.damage or any(page.missing or page.strange for page in facts.pages):
        return
    yield from drawn.complaints
    expected = {*facts.unseen_fonts, *(font.name for font in facts.fonts if not font.embedded)}
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
