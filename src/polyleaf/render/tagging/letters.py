"""Paints right-to-left runs: every letter by itself, in the order of reading.

The order of the content is the order of reading, so a reader of the tag tree hears it right, and viewers that sort
by place and turn round what they find come to the same letters. A letter made of several glyphs carries
``/ActualText`` of that one letter, which has no direction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydyf

from polyleaf.render.tagging.codes import FILLER, FontCodes
from polyleaf.render.tagging.runs import Run
from polyleaf.render.tagging.units import Glyph, right_to_left_units, spoken
from polyleaf.render.tagging.words import place_at

_NARROW = 2
"""Width of an unseen letter in percent."""
_STEP = 0.01
"""How far, in px, an unseen letter stands to the left of the one before it: enough to keep their order."""


def paint_letters(stream: Any, codes: FontCodes, run: Run, origin: tuple[float, float]) -> list[str]:
    """Paints a right-to-left run letter by letter in reading order.

    Returns:
        Operators that paint marks which stand off the line; they say nothing. pdfium takes a step up or down for a
        new line, so they are painted when the whole line has been read.
    """
    edge = _start_of(run)
    picture: list[str] = []
    ink = next((glyph for _, glyphs in run.clusters for glyph in glyphs if glyph.width), None)
    for text, glyphs in run.clusters:
        for unit in right_to_left_units(text, glyphs):
            raised = bool(unit.glyphs) and all(glyph.y and not glyph.width for glyph in unit.glyphs)
            if not unit.glyphs or (raised and ink is not None):
                if ink is not None and unit.text:
                    edge -= _STEP
                    _paint_unseen(stream, (origin[0] + edge, origin[1]), codes.code(ink.number, unit.text))
                picture += [_silent(codes, glyph, origin) for glyph in unit.glyphs]
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
    return picture


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
    paint_picture(stream, [_silent(codes, glyph, origin) for glyph in sorted(glyphs, key=lambda glyph: glyph.x)])


def paint_picture(stream: Any, operators: Sequence[str]) -> None:
    """Paints what is only seen: poppler passes over an empty text, and pdfium over its zero-width letters."""
    stream.stream += ["/Span", pydyf.Dictionary({"ActualText": pydyf.String("")}), b"BDC"]
    stream.stream += ["\n".join(operators), b"EMC"]


def _silent(codes: FontCodes, glyph: Glyph, origin: tuple[float, float]) -> str:
    """Operators that paint a glyph that says nothing."""
    place = place_at(origin[0] + glyph.x, origin[1] + glyph.y)
    return f"{place}\n<{codes.code(glyph.number, FILLER):04x}> Tj"


def _paint_unseen(stream: Any, place: tuple[float, float], code: int) -> None:
    """A letter that is heard but not seen, just beside the last one.

    pdfium passes over text that covers nothing, so it is a glyph with ink, in the mode that paints nothing,
    and so narrow that poppler does not take it for something printed over its neighbour.
    """
    stream.stream.append(f"{place_at(*place)}\n3 Tr {_NARROW} Tz <{code:04x}> Tj 100 Tz 0 Tr")


def _start_of(run: Run) -> float:
    xs = [glyph.x for _, glyphs in run.clusters for glyph in glyphs]
    return max(xs) if xs else 0.0
