"""Measures how close lines of every script may stand: what `src/polyleaf/locales/scripts.py` and record 73 rest on.

    PYTHONPATH=src python tools/line_pitch.py [LOCALE...]

For each language, from words of CLDR and of the starter's catalogs, in its font, in ems:

- `words`: how far the highest word reaches above the line, plus how far the deepest reaches below it. From this pitch
  on no letters of two lines can meet, whatever stands in them.
- `lines`: the same for whole lines of the starter under each other, column by column: what real lines need. The least
  that 99 % of them need, and the most; and how many pairs of a hundred meet at the pitch of the table.
"""

from __future__ import annotations

import html
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pypdfium2
import weasyprint
from babel import Locale
from babel.messages.pofile import read_po
from PIL import Image
from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.text.ffi import ffi, pango

from polyleaf.locales.table import LANGUAGES, language
from polyleaf.model.language import Language
from polyleaf.render.style import font_value

ROOT = Path(__file__).resolve().parents[1]
SIZE = 100
"""Size of type in px."""
EM = 48
"""Pixels of an em on pictures."""
ABOVE, BELOW = 4, 2
"""Ems of a picture above and below the line."""
INK = 140
"""Grey of 255 from which a pixel is ink."""
PAIRS = 2000
Profile = Sequence[tuple[int, int] | None]
"""For each column of pixels the highest and the lowest ink; None without any."""


def cldr_words(one: Language) -> set[str]:
    """Words of CLDR in a language: names of countries, languages, currencies, months."""
    cldr = Locale.parse(one.cldr)
    names = (cldr.territories, cldr.languages, cldr.currencies, cldr.months["format"]["wide"])
    return {word for table in names for name in table.values() for word in str(name).split()}


def starter_texts(one: Language) -> list[str]:
    """Translations of the starter, without their marks."""
    texts = []
    for path in sorted((ROOT / "translations" / one.locale / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            found = [message.string for message in read_po(file) if isinstance(message.string, str)]
        texts += [re.sub(r"[*{}\[\]]|\(https?[^)]*\)", "", text).strip() for text in found]
    return [text for text in texts if text]


def own(words: Iterable[str], one: Language) -> list[str]:
    """Words in the script of their language alone, sorted: Latin ones stand in another font."""
    return sorted(word for word in words if one.script == "Latn" or not re.search("[A-Za-z]", word))


def reach(one: Language, words: Iterable[str]) -> tuple[float, float]:
    """How far words reach above and below the line, in ems of their own size."""
    css = f"@page {{ size: 50000px 50000px; margin: 0 }} body {{ font: {SIZE}px/1 {font_value(one)} }}"
    body = "".join(f"<p>{html.escape(word)}" for word in words)
    pages = weasyprint.HTML(string=_page(one, css, body)).render().pages
    above = below = 0.0
    for box in (box for page in pages for box in page._page_box.descendants() if isinstance(box, TextBox)):
        box.pango_layout.reactivate(box.style)
        ink = ffi.new("PangoRectangle *")
        pango.pango_layout_line_get_extents(box.pango_layout.get_first_line()[0], ink, ffi.NULL)
        above, below = max(above, -ink.y), max(below, ink.y + ink.height)
    return above / 1024 / SIZE, below / 1024 / SIZE


def profiles(one: Language, texts: Iterable[str], width: int = 24) -> Iterator[Profile]:
    """Profiles of the lines of texts, each ``width`` ems long at most."""
    css = (
        f"@page {{ size: {width * SIZE}px 30000px; margin: 0 }} body {{ font: {SIZE}px {font_value(one)}; "
        f"margin: 0; line-height: {ABOVE + BELOW} }}"
    )
    document = weasyprint.HTML(string=_page(one, css, "".join(f"<p>{html.escape(text)}" for text in texts))).render()
    pdf = pypdfium2.PdfDocument(document.write_pdf())
    for page, drawn in zip(document.pages, pdf, strict=True):
        picture = drawn.render(scale=EM / SIZE * 96 / 72, grayscale=True).to_pil()
        picture = picture.point(lambda grey: 255 if grey < INK else 0)
        for line in (box for box in page._page_box.descendants() if isinstance(box, LineBox)):
            base = (line.position_y + line.baseline) * EM / SIZE
            strip = picture.crop((0, round(base - ABOVE * EM), picture.width, round(base + BELOW * EM)))
            yield [_column(strip, place) for place in range(strip.width)]


def needed(upper: Profile, lower: Profile) -> float:
    """The pitch at which no ink of two lines meets, in ems."""
    pairs = ((over, under) for over, under in zip(upper, lower, strict=False) if over and under)
    return max((over[1] - under[0] for over, under in pairs), default=0) / EM


def _column(strip: Image.Image, place: int) -> tuple[int, int] | None:
    box = strip.crop((place, 0, place + 1, strip.height)).getbbox()
    return (box[1], box[3]) if box else None


def _page(one: Language, css: str, body: str) -> str:
    return f'<style>{css}</style><body lang="{one.tag}" dir="{one.direction}">{body}'


def row(one: Language) -> str:
    """What was measured of a language, beside its row in the table."""
    texts = starter_texts(one)
    words = own({*cldr_words(one), *(word for text in texts for word in text.split())}, one)
    above, below = reach(one, words)
    told = f"{one.locale:<8} table {one.line_height:.2f}  words {above + below:.2f} ({above:.2f} + {below:.2f})"
    lines = list(profiles(one, texts)) if texts else []
    if not lines:
        return told
    chance = random.Random(1)  # noqa: S311 - no secret
    pairs = sorted(needed(*chance.sample(lines, 2)) for _ in range(PAIRS))
    met = sum(pair > one.line_height for pair in pairs) / PAIRS
    return f"{told}  lines {pairs[PAIRS * 99 // 100]:.2f}, at most {pairs[-1]:.2f}; {met:.1%} of pairs meet"


def main(locales: list[str]) -> None:
    """Print the rows."""
    for locale in locales or LANGUAGES:
        print(row(language(locale)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
