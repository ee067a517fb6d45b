"""Measures how wide the letters of a language are: what ``letter_width`` of its file rests on.

    PYTHONPATH=src:. python tools/letter_width.py LOCALE...

Texts of the starter are set in columns of more and more width; the widest is told in which no line has over 70 letters
and spaces (RNIB: 60 to 70), as hundredths of the type size for one of 67 letters.
"""

from __future__ import annotations

import html
import sys

import weasyprint
from tools.line_pitch import starter_texts
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from polyleaf.checks.measures.writing import letters
from polyleaf.locales.table import language
from polyleaf.model.language import Language
from polyleaf.render.style import LETTERS, font_value

SIZE = 100
"""Size of type in px."""
MOST = 70
"""Letters of the fullest line."""
WIDTHS = range(30, 80)
"""In hundredths of the type size."""


def fullest(one: Language, texts: list[str], width: float) -> int:
    """Letters of the fullest line of some texts in a column of so many px."""
    css = f"@page {{ size: {width}px 100000px; margin: 0 }} body {{ font: {SIZE}px/1 {font_value(one)}; margin: 0 }}"
    body = "".join(f"<p>{html.escape(text)}" for text in texts)
    page = f'<style>{css}</style><body lang="{one.tag}" dir="{one.direction}">{body}'
    found = 0
    for box in (box for page in weasyprint.HTML(string=page).render().pages for box in page._page_box.descendants()):
        if isinstance(box, LineBox):
            words = "".join(part.text for part in box.descendants() if isinstance(part, TextBox))
            found = max(found, letters(words.strip()))
    return found


def main(locales: list[str]) -> None:
    """Print the rows."""
    for locale in locales:
        one = language(locale)
        texts = starter_texts(one)
        held = [width for width in WIDTHS if fullest(one, texts, LETTERS * width / 100 * SIZE) <= MOST]
        print(f"{locale:<8} table {one.letter_width:.3f}  measured {max(held, default=0) / 100:.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
