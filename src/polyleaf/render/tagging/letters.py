"""Paints right-to-left runs: every letter by itself, in the order of reading.

The order of the content is the order of reading, so a reader of the tag tree hears it right, and viewers that sort
by place and turn round what they find come to the same letters. Every letter is one code of one glyph: where a letter
has more strokes or dots, or a mark stands off the line, they are painted when the whole line has been read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from polyleaf.render.font_files import has_postscript_outlines
from polyleaf.render.tagging.codes import SILENT, FontCodes
from polyleaf.render.tagging.runs import Run
from polyleaf.render.tagging.spelling import After, Letter, spell
from polyleaf.render.tagging.units import JOINERS, Glyph, right_to_left_units, spoken
from polyleaf.render.tagging.words import SKIPPED, actual_text, marks, place_at

_NARROW = 2
"""Width of an unseen letter in percent."""
_LEAST = 0.1
"""Least share of a letter that hangs over others, in parts of the type size."""
_SMALLER = 0.98
_STEP = 0.01
"""How far, in px, an unseen letter stands to the left of the one before it: enough to keep their order."""


def paint_letters(stream: Any, codes: FontCodes, run: Run, origin: tuple[float, float], after: After) -> list[str]:
    """Paints a right-to-left run letter by letter in reading order.

    Returns:
        Operators that paint what stands off the line, and the further strokes of letters; they say nothing. pdfium
        takes a step up or down for a new line, so they are painted when the whole line has been read.
    """
    edge = _start_of(run)
    picture: list[str] = []
    painted: list[str] = []
    ink = next((glyph for _, glyphs in run.clusters for glyph in glyphs if glyph.width), None)
    units = [unit for text, glyphs in run.clusters for unit in right_to_left_units(text, glyphs)]
    letters = iter(spell([unit.text for unit in units if unit.text], after))
    for unit in units:
        letter = next(letters) if unit.text else None
        alone = len(unit.glyphs) == 1
        body = unit.glyphs[0] if alone else max(unit.glyphs, key=lambda glyph: glyph.width, default=None)
        if body is None or (not body.width and ink is not None):
            if ink is not None and letter is not None:
                edge -= _STEP
                code = codes.hex(ink.number, letter.code)
                unseen = f"{place_at(origin[0] + edge, origin[1])}\n3 Tr {_NARROW} Tz <{code}> Tj 100 Tz 0 Tr"
                painted.append(_apart(run, letter, _said(letter, unseen)))
            picture += [_silent(codes, glyph, origin) for glyph in unit.glyphs]
            continue
        ink = body if body.width else ink
        if letter is not None:
            # Two letters in one place would be taken for one, or in the wrong order.
            x = edge = min(body.x, edge - _STEP) if abs(body.x - edge) < 2 * _STEP else body.x
            shown = f"{place_at(origin[0] + x, origin[1] + body.y)}\n<{codes.hex(body.number, _code(run, letter))}> Tj"
            painted.append(_said(letter, shown) if letter.actual else shown)
            if alone:
                continue
        picture += [_silent(codes, glyph, origin) for glyph in unit.glyphs if letter is None or glyph is not body]
    stream.stream.append("\n".join(painted))
    return picture


def paint_layers(stream: Any, codes: FontCodes, run: Run, origin: tuple[float, float], after: After) -> list[str]:
    """Paints the letters of a run of Nastaliq, whose letters hang over each other and whose dots are glyphs.

    No order of such glyphs is an order of letters. So the letters stand there unseen, each in its share of the line,
    as in a scanned page that was read by machine.

    Returns:
        Operators that paint the glyphs, as a picture that says nothing.
    """
    glyphs = [glyph for _, cluster in run.clusters for glyph in cluster]
    ink = max(glyphs, key=lambda glyph: glyph.width)
    right = max(glyph.pen + glyph.advance for glyph in glyphs)
    shares = [share for text, cluster in run.clusters for share in _shares(text, cluster, run.size)]
    scale = (right - run.start) / (sum(share for _, share in shares) or 1.0)
    painted = ["3 Tr"]
    for letter, (_, share) in zip(spell([text for text, _ in shares], after), shares, strict=True):
        right -= share * scale
        stretch = max(share * scale * 100_000 / (ink.width * run.size), _NARROW)
        shown = f"{place_at(origin[0] + right, origin[1])}\n{stretch:.2f} Tz <{codes.hex(ink.number, letter.code)}> Tj"
        painted.append(_apart(run, letter, _said(letter, shown)))
    painted.append("100 Tz 0 Tr")
    stream.stream.append("\n".join(painted))
    return picture_of(codes, run, origin)


def picture_of(codes: FontCodes, run: Run, origin: tuple[float, float]) -> list[str]:
    """Operators that paint the glyphs of a run, as a picture that says nothing."""
    glyphs = [glyph for _, cluster in run.clusters for glyph in cluster]
    return [_silent(codes, glyph, origin) for glyph in sorted(glyphs, key=lambda glyph: glyph.x)]


def paint_picture(stream: Any, start: str, operators: Sequence[str], end: str) -> None:
    """Paints what is only seen, in a text object of its own.

    poppler passes over an empty text; pdfium over one of control characters.

    Args:
        stream: The page.
        start: Operators that show something unseen off the line: what comes is no part of the line's text.
        operators: What is painted.
        end: Operators that show something unseen on the line, on its right: pdfium, which compares what comes with what
            stands furthest right, would part what stands beside dots from what stands beside letters.
    """
    passed = f"/NonStruct <</ActualText {actual_text(SKIPPED)}>> BDC"
    stream.stream.append(
        f"/Span <</ActualText ()>> BDC\n{start}\n{passed}\n" + "\n".join([*operators, end]) + "\nEMC\nEMC"
    )


def _shares(text: str, glyphs: Sequence[Glyph], size: float) -> list[tuple[str, float]]:
    """Each letter of a cluster with its share of the line, which is never nothing: letters must not change places."""
    letters = spoken(text)
    advance = sum(glyph.advance for glyph in glyphs)
    return [(letter, max(advance / len(letters), _LEAST * size)) for letter in letters]


def _said(letter: Letter, shown: str) -> str:
    """Operators that show a letter, in the marks that say what it is."""
    if not letter.actual:
        return shown
    opening, closing = marks(letter.text, letter.actual, letter.shape)
    return f"{opening}\n{shown}\n{closing}"


def _code(run: Run, letter: Letter) -> str:
    """Text of the code that paints a letter; the blank of a font that would lose its plain encoding has one text."""
    return " " if letter.text.isspace() and has_postscript_outlines(run.font) else letter.code


def _apart(run: Run, letter: Letter, shown: str) -> str:
    """A joiner in another size, or pdf.js takes it for a part of the letter before it, and turns both round."""
    if letter.text not in JOINERS:
        return shown
    font = run.font.hash
    return f"/{font} {run.size * _SMALLER:.3f} Tf\n{shown}\n/{font} {run.size} Tf"


def _silent(codes: FontCodes, glyph: Glyph, origin: tuple[float, float]) -> str:
    """Operators that paint a glyph that says nothing."""
    return f"{place_at(origin[0] + glyph.x, origin[1] + glyph.y)}\n<{codes.hex(glyph.number, SILENT)}> Tj"


def _start_of(run: Run) -> float:
    xs = [glyph.x for _, glyphs in run.clusters for glyph in glyphs]
    return max(xs) if xs else 0.0
