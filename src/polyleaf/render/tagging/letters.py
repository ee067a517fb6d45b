"""Paints right-to-left runs: every letter by itself, in the order of reading.

The order of the content is the order of reading, so a reader of the tag tree hears it right, and viewers that sort
by place and turn round what they find come to the same letters. A letter made of several glyphs carries
``/ActualText`` of that one letter, which has no direction.
"""

from __future__ import annotations

from typing import Any

import pydyf

from polyleaf.render.tagging.codes import FILLER, FontCodes
from polyleaf.render.tagging.runs import Run
from polyleaf.render.tagging.units import right_to_left_units, spoken
from polyleaf.render.tagging.words import place_at

_NARROW = 2
"""Width of an unseen letter in percent."""
_STEP = 0.01
"""How far, in px, an unseen letter stands to the left of the one before it: enough to keep their order."""


def paint_letters(stream: Any, codes: FontCodes, run: Run, origin: tuple[float, float]) -> None:
    """Paints a right-to-left run letter by letter in reading order."""
    edge = _start_of(run)
    ink = next((glyph for _, glyphs in run.clusters for glyph in glyphs), None)
    for text, glyphs in run.clusters:
        for unit in right_to_left_units(text, glyphs):
            if not unit.glyphs:
                if ink is not None:
                    edge -= _STEP
                    _paint_unseen(stream, (origin[0] + edge, origin[1]), codes.code(ink.number, unit.text))
                continue
            together = len(unit.glyphs) > 1
            if together:
                stream.stream += ["/Span", pydyf.Dictionary({"ActualText": pydyf.String(unit.text)}), b"BDC"]
            for place, glyph in enumerate(unit.glyphs):
                x = glyph.x
                if place == 0:
                    # Two letters in one place would be taken for one, or in the wrong order.
                    x = edge = min(x, edge - _STEP) if abs(x - edge) < 2 * _STEP else x
                ink = glyph if glyph.width else ink
                code = codes.code(glyph.number, unit.text_of(place) or FILLER)
                stream.stream.append(f"{place_at(origin[0] + x, origin[1] + glyph.y)}\n<{code:04x}> Tj")
            if together:
                stream.stream.append(b"EMC")


def paint_layers(stream: Any, codes: FontCodes, run: Run, origin: tuple[float, float]) -> None:
    """Paints a run of Nastaliq, whose letters hang over each other and whose dots are glyphs of their own.

    No order of such glyphs is an order of letters. So the letters stand there
    unseen, each in its share of the line, as in a scanned page that was read by machine; the glyphs are painted
    over them as a picture that says nothing.
    """
    glyphs = [glyph for _, cluster in run.clusters for glyph in cluster]
    ink = max(glyphs, key=lambda glyph: glyph.width)
    right = max(glyph.pen + glyph.advance for glyph in glyphs)
    painted = ["3 Tr"]
    for text, cluster in run.clusters:
        letters = spoken(text)
        left = min((glyph.pen for glyph in cluster), default=right - _STEP * len(letters))
        share = max(right - left, _STEP * len(letters)) / (len(letters) or 1)
        stretch = max(share * 100_000 / (ink.width * run.size), _NARROW)
        for letter in letters:
            right -= share
            painted.append(place_at(origin[0] + right, origin[1]))
            painted.append(f"{stretch:.2f} Tz <{codes.code(ink.number, letter):04x}> Tj")
    painted.append("100 Tz 0 Tr")
    stream.stream.append("\n".join(painted))
    # The picture begins at the left end, behind the last letter: there its one blank does not part a word.
    stream.stream += ["/Span", pydyf.Dictionary({"ActualText": pydyf.String("")}), b"BDC"]
    painted = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.x):
        painted.append(place_at(origin[0] + glyph.x, origin[1] + glyph.y))
        painted.append(f"<{codes.code(glyph.number, FILLER):04x}> Tj")
    stream.stream += ["\n".join(painted), b"EMC"]


def _paint_unseen(stream: Any, place: tuple[float, float], code: int) -> None:
    """A letter that is heard but not seen, just beside the last one.

    pdfium passes over text that covers nothing, so it is a glyph with ink, in the mode that paints nothing,
    and so narrow that poppler does not take it for something printed over its neighbour.
    """
    stream.stream.append(f"{place_at(*place)}\n3 Tr {_NARROW} Tz <{code:04x}> Tj 100 Tz 0 Tr")


def _start_of(run: Run) -> float:
    xs = [glyph.x for _, glyphs in run.clusters for glyph in glyphs]
    return max(xs) if xs else 0.0
