"""Measures the letters of every script in the font it is printed in: what `src/polyleaf/locales/scripts.py` rests on.

    PYTHONPATH=src python tools/script_letters.py [CODE...]

For each script: the natural line of its font (ascent + descent + gap over the size, which Pango reads), the height of
the body of its letters (the median of their tops above the line, in em; Latin small letters have 0.54), and the size
correction that the table has. How many strokes and stacked letters share that body is judged by eye.
"""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from statistics import median

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTCollection, TTFont

from polyleaf.locales.scripts import LATIN_FAMILY, SCRIPTS, Script
from polyleaf.reading.letters import is_latin, letters_of

_LEAST_BODY = 0.3
"""Lower than this are marks and points, not letters (em)."""


def font_of(family: str) -> TTFont | None:
    """The regular face of a family on this computer."""
    listed = subprocess.run(
        ["fc-list", f"{family}:style=Regular", "file"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if not listed:
        return None
    path = listed[0].split(":")[0].strip()
    if not path.endswith(".ttc"):
        return TTFont(path, lazy=True)
    return next(font for font in TTCollection(path, lazy=True).fonts if font["name"].getDebugName(1) == family)


def bodies(font: TTFont, script: str) -> list[float]:
    """Heights of the letters of a script that stand on the line, in em."""
    glyphs, em = font.getGlyphSet(), font["head"].unitsPerEm
    found = []
    for code, name in font.getBestCmap().items():
        char = chr(code)
        if unicodedata.category(char) not in ("Lo", "Ll") or not letters_of(script).match(char):
            continue
        if is_latin(char) != (script == "Latn"):
            continue
        pen = BoundsPen(glyphs)
        glyphs[name].draw(pen)
        if pen.bounds and pen.bounds[3] / em >= _LEAST_BODY:
            found.append(pen.bounds[3] / em)
    return found


def row(script: Script) -> str:
    """What was measured of a script, beside its row in the table."""
    font = font_of((*script.families, LATIN_FAMILY)[0])
    if font is None:
        return f"{script.code:<9} its font is not installed"
    line = (font["hhea"].ascent - font["hhea"].descent + font["hhea"].lineGap) / font["head"].unitsPerEm
    heights = bodies(font, script.iso or script.code)
    body = median(heights) if heights else 0.0
    return (
        f"{script.code:<9} line {line:.3f} (table {script.natural_line:.3f})  "
        f"body {body:.2f} em  correction {script.size_correction:.2f}"
    )


def main(codes: list[str]) -> None:
    """Print the rows."""
    for script in SCRIPTS.values():
        if not codes or script.code in codes:
            print(row(script))


if __name__ == "__main__":
    main(sys.argv[1:])
