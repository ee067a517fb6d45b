"""Unseen texts that say nothing: they make programs read right-to-left lines in their order, each in its way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from polyleaf.render.font_files import has_postscript_outlines
from polyleaf.render.tagging.codes import SILENT, FontCodes
from polyleaf.render.tagging.lines import Bridge, Line, text_of
from polyleaf.render.tagging.runs import PlainRun, Run
from polyleaf.render.tagging.spelling import QUOTES
from polyleaf.render.tagging.units import Glyph
from polyleaf.render.tagging.words import SKIPPED, actual_text, marks, place_at

LRM, RLM = "\u200e", "\u200f"
NOTHING = "\u2060"
"""What a program that counts letters is told where there is nothing."""
NARROW = 2
"""Width of something unseen in percent."""
OFF = 3.0
"""In parts of the type size: how far off the line something stands that makes pdfium begin a new one; so far that
nobody takes it for the line's own height."""
_STEP = 0.7
"""In parts of the type size: the widest step from one letter to the next in a line."""
_AWAY = 0.25
"""In parts of the type size: how far from what it joins something stands, as far as a blank is wide."""
_SHORT = 0.4
"""In steps: MuPDF sees a blank in it."""


class Hints:
    """Paints the unseen texts of one document.

    Args:
        codes: The codes of each font, by WeasyPrint's name for the font.
    """

    def __init__(self, codes: Mapping[str, FontCodes]) -> None:
        self._codes = codes

    def cross(self, stream: Any, bridge: Bridge, beside: str) -> None:
        """Makes programs see that a right-to-left line goes on at the other end of a left-to-right text.

        MuPDF and pdfminer take a wide step from one letter to the next for a new line. So direction marks lie over
        the whole text, from right to left, before and behind it. Other programs are told to pass over them.

        Args:
            stream: The page.
            bridge: The text.
            beside: The letter beside it: if that is a blank, a short step does no harm.
        """
        run, half = bridge.run, _STEP / 2
        width, steps = inked(run), (bridge.right - bridge.left) / (half * run.size)
        if steps < (2 if beside.isspace() else _SHORT) or not width:
            return
        code = self._codes[run.font.hash].hex(ink(run), RLM)
        marked = f" {2 * width:.0f} ".join([f"<{code}>"] * max(1, int(steps) + (not bridge.first)))
        opening, closing = marks("", "", SKIPPED)
        stream.set_font_size(run.font.hash, run.size)
        start = place_at(bridge.right - (half * run.size if bridge.first else 0.0), bridge.y)
        stretch = f"3 Tr {half * 100_000 / width:.2f} Tz"
        stream.stream.append(f"{opening}\n{stretch}\n{start}\n[{marked}] TJ\n100 Tz 0 Tr\n{closing}")

    def join(
        self,
        stream: Any,
        run: PlainRun | Run,
        gap: tuple[float, float] | None,
        y: float,
        *,
        backwards: bool = True,
    ) -> None:
        """Makes programs that look at places see that what stands on both sides of a gap is one line; see ``rows.py``.

        Args:
            stream: The page.
            run: What is painted beside it.
            gap: Where it begins and ends, in px; None: there is none.
            y: The baseline, in px.
            backwards: Whether the line is read from right to left.
        """
        width = inked(run)
        if gap is None or not width or has_postscript_outlines(run.font):  # a second text costs them their encoding
            return
        left, right = gap[0], gap[1] - _AWAY * run.size  # Evince writes a blank for a gap, before the piece on its left
        mark = RLM if backwards else LRM
        opening, closing = marks("", mark, SKIPPED)
        stream.set_font_size(run.font.hash, run.size)
        shown = f"{place_at(left, y)}\n<{self._codes[run.font.hash].hex(ink(run), f'{RLM} ' if backwards else LRM)}> Tj"
        stretch = (right - left) * 100_000 / (width * run.size)
        stream.stream.append(f"{opening}\n3 Tr {stretch:.2f} Tz\n{shown}\n100 Tz 0 Tr\n{closing}")

    def step_off(self, stream: Any, run: PlainRun | Run, x: float, y: float) -> None:
        """Makes pdfium end its line: something unseen off the line, that says nothing.

        poppler passes over an empty text; pdfium takes it for a line with a blank.
        """
        stream.set_font_size(run.font.hash, run.size)
        shown = f"{place_at(x, y - OFF * run.size)}\n<{self._codes[run.font.hash].hex(ink(run), SILENT)}> Tj"
        stream.stream.append(f"/Span <</ActualText ()>> BDC\n3 Tr {NARROW} Tz\n{shown}\n100 Tz 0 Tr\nEMC")

    def end(self, stream: Any, run: PlainRun | Run, place: tuple[float, float], pdfium: str) -> None:
        """Tells pdfium a text where it ends: it takes the end of what says something for the end of the text.

        It stands as high as a letter does: between a comma and a quotation mark pdfium begins a new line.
        """
        stream.set_font_size(run.font.hash, run.size)
        at = place_at(place[0] - inked(run) * run.size * NARROW / 100_000, place[1])
        shown = f"{at}\n<{self._codes[run.font.hash].hex(ink(run), NOTHING)}> Tj"
        said = f"/NonStruct <</ActualText {actual_text(pdfium)}>> BDC"
        stream.stream.append(f"{said}\n3 Tr {NARROW} Tz\n{shown}\n100 Tz 0 Tr\nEMC")

    def tell(
        self, stream: Any, run: PlainRun | Run, place: tuple[float, float], pdfium: str, poppler: str = ""
    ) -> None:
        """Something unseen that says nothing, but direction marks to readers that count them."""
        opening, closing = marks("", poppler, pdfium)
        stream.set_font_size(run.font.hash, run.size)
        shown = f"{place_at(*place)}\n<{self._codes[run.font.hash].hex(ink(run), SILENT)}> Tj"
        stream.stream.append(f"{opening}\n3 Tr {NARROW} Tz\n{shown}\n100 Tz 0 Tr\n{closing}")


def inked(run: PlainRun | Run) -> float:
    """Width of the widest glyph of a run that is no blank."""
    return run.font.widths.get(ink(run), 0.0)  # type: ignore[no-any-return]


def widest(runs: Sequence[PlainRun | Run]) -> PlainRun | Run:
    """The run with the widest letter, or else with the widest sign."""
    return max(runs, key=lambda run: (any(map(str.isalnum, text_of(run))), inked(run)))


def heard_as(run: Run, text: str, line: Line) -> Run:
    """A run without letters as it hangs unseen under a letter of another, if it has to; else the run itself.

    pdfium drops a blank that covers nothing, and begins a new line where a quotation mark stands over its neighbour.
    """
    lost = text.isspace() and run.tangled and line.bridge is not None
    if line.lender is None or any(map(str.isalnum, text)) or not (lost or not QUOTES.isdisjoint(text)):
        return run
    other = line.lender
    advance = sum(glyph.advance for _, cluster in run.clusters for glyph in cluster)
    letter = Glyph(ink(other), run.start, 0.0, inked(other), run.start, advance)
    return replace(run, font=other.font, pango_font=other.pango_font, size=other.size, clusters=((text, (letter,)),))


def ends_of(runs: Sequence[PlainRun | Run]) -> tuple[float, float]:
    """Where left-to-right runs that stand together begin and end, in px."""
    first, last = runs[0], runs[-1]
    left = first.places[0] if isinstance(first, PlainRun) else first.start
    if isinstance(last, PlainRun):
        return left, last.places[-1] + last.font.widths[last.glyphs[-1]] * last.size / 1000
    return left, max((glyph.pen + glyph.advance for _, cluster in last.clusters for glyph in cluster), default=left)


def ink(run: PlainRun | Run) -> int:
    """The widest letter of a run, or else its widest sign.

    pdfium passes over text that covers nothing, and sees another line in what is low beside what is high.
    """
    if isinstance(run, PlainRun):
        pairs = list(zip(run.letters, run.glyphs, strict=True))
    else:
        pairs = [(text, glyph.number) for text, cluster in run.clusters for glyph in cluster] or [("", 0)]
    whole = [glyph for text, glyph in pairs if text[:1].isalnum()] or [glyph for text, glyph in pairs if text.strip()]
    return max(whole or [glyph for _, glyph in pairs], key=lambda glyph: run.font.widths.get(glyph, 0.0))
