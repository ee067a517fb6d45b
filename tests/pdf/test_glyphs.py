"""How far glyphs reach, as the font program of a file says."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from polyleaf.pdf.glyphs import NOTHING, Glyphs, NotAFont


@pytest.fixture(scope="module")
def program() -> bytes:
    """A font of 1,000 units: nothing, a blank, and a bar that hangs under the line."""
    pen = TTGlyphPen(None)
    for corner, draw in (((50, -200), pen.moveTo), ((450, -200), pen.lineTo), ((450, 700), pen.lineTo)):
        draw(corner)
    pen.closePath()
    blank = TTGlyphPen(None).glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", "bar"])
    builder.setupCharacterMap({32: "space", 73: "bar"})
    builder.setupGlyf({".notdef": blank, "space": blank, "bar": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "space": (250, 0), "bar": (500, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def test_boxes_are_those_of_the_font(program: bytes) -> None:
    glyphs = Glyphs(program, {1: 1, 7: 2}.get)
    assert glyphs.box(7) == (0.05, -0.2, 0.45, 0.7)
    assert glyphs.box(1) == NOTHING
    assert glyphs.box(99) is None


def test_a_glyph_that_the_font_lacks_is_not_known(program: bytes) -> None:
    assert Glyphs(program, lambda code: code).box(3) is None
    assert Glyphs(program, lambda code: code).box(60_000) is None


@pytest.mark.parametrize("cut", [0, 3, 11, 60])
def test_half_a_font_is_none(program: bytes, cut: int) -> None:
    with pytest.raises(NotAFont):
        Glyphs(program[:cut], lambda code: code)


def test_no_damage_does_more_than_hide_what_is_known(program: bytes) -> None:
    for place in range(0, len(program), 3):
        damaged = program[:place] + b"\xff\xff" + program[place + 2 :]
        try:
            Glyphs(damaged, lambda code: code).box(2)
        except NotAFont:
            continue
