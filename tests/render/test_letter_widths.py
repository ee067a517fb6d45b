"""The foot of a page has a line more only where its words need one: they are never wider than the table says."""

from __future__ import annotations

import re
from pathlib import Path

import weasyprint
from weasyprint.formatting_structure.boxes import TextBox

from polyleaf.locales.table import LANGUAGES, language
from polyleaf.render.letter_widths import ems_of
from polyleaf.render.style import font_value

PAGE_WORDS = Path(__file__).parents[2] / "src" / "polyleaf" / "page_words"
HARDLY_MORE = 1.05


def widths(texts: list[tuple[str, str]]) -> list[float]:
    """In ems, as words of languages are set."""
    lines = "".join(
        f'<p lang="{one.tag}" dir="{one.direction}" style=\'font-family: {font_value(one)}\'>{words}'
        for one, words in ((language(locale), words) for locale, words in texts)
    )
    css = "@page { size: 9000px 90000px; margin: 0 } p { font-size: 100px; white-space: nowrap }"
    found: dict[object, float] = {}
    for page in weasyprint.HTML(string=f"<style>{css}</style>{lines}").render().pages:
        for box in page._page_box.descendants():
            if isinstance(box, TextBox):
                found[box.element] = found.get(box.element, 0.0) + box.width / 100
    return list(found.values())


def test_the_foot_is_no_wider_than_said() -> None:
    """Names of all languages, and "Page 10 of 28" in those that have words of their own."""
    texts = [(locale, one.native) for locale, one in LANGUAGES.items()]
    for locale in LANGUAGES:
        if (room := PAGE_WORDS / locale / "LC_MESSAGES" / "templates.po").exists():
            found = re.search(r'msgid "Page \{page\} of \{pages\}"\nmsgstr "(.+)"', room.read_text(encoding="utf-8"))
            texts += [(locale, re.sub(r"\{\w+\}", "10", found[1]))] if found else []
    assert len(texts) > len(LANGUAGES) + 50
    set_in = widths(texts)
    assert [text for text, width in zip(texts, set_in, strict=True) if ems_of(text[1]) < width - 0.01] == []


def test_latin_words_are_hardly_narrower() -> None:
    words = ["RAD-014 \u00b7 1.0 \u00b7 English (UK)", "Page 10 of 28", "Strona 10 z 31", "Сторінка 10 з 28"]
    for word, width in zip(words, widths([("en_GB", word) for word in words]), strict=True):
        assert width <= ems_of(word) < width * HARDLY_MORE
