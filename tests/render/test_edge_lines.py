"""Head and foot of pages in tall scripts are as high as their few words need, not as their font's tallest ones do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import LineBox

from polyleaf.locales.table import LANGUAGES, language
from polyleaf.model.edition import Edition
from polyleaf.model.language import Language
from polyleaf.render.ink import Ink, ink_of
from polyleaf.render.style import font_value, style

PAGE_WORDS = Path(__file__).parents[2] / "src" / "polyleaf" / "page_words"
STARTER = Path(__file__).parents[2] / "translations"
FRAMED = "Draft translation"
SIZE = 100


def said(locale: str, words: str) -> str | None:
    """What the page says for some words in a language."""
    for room in (PAGE_WORDS, STARTER):
        if (file := room / locale / "LC_MESSAGES" / "templates.po").exists():
            found = re.search(rf'msgid "{re.escape(words)}"\nmsgstr "(.+)"', file.read_text(encoding="utf-8"))
            if found:
                return re.sub(r"\{\w+\}", "10", found[1])
    return None


def lines(texts: list[tuple[Language, str, bool]], pitch: float = 0.0) -> list[tuple[float, float, Ink]]:
    """Above and below the baseline, in ems, and the ink of each; with the line pitch of an edge, or another."""
    css = "@page { size: 9000px 90000px; margin: 0 } p { margin: 0 0 300px; white-space: nowrap }"
    page = "".join(
        f"<p dir={one.direction} style='font-size: {SIZE}px; font-family: {font_value(one)};"
        f" line-height: {pitch or one.edge_line}; font-weight: {700 if framed else 400}'>{words}"
        for one, words, framed in texts
    )
    (laid_out,) = weasyprint.HTML(string=f"<style>{css}</style>{page}").render().pages
    found = [box for box in laid_out._page_box.descendants() if isinstance(box, LineBox)]
    return [
        (box.baseline / SIZE, (box.height - box.baseline) / SIZE + (one.edge_below if framed else 0), ink_of(box))
        for box, (one, _, framed) in zip(found, texts, strict=True)
    ]


def test_words_at_head_and_foot_stand_in_their_lines() -> None:
    tall = [language(locale) for locale, one in LANGUAGES.items() if one.edge_line]
    asked = ("Page {page} of {pages}", FRAMED)
    known = ((one, said(one.locale, words), words == FRAMED) for one in tall for words in asked)
    texts = [(one, one.native, False) for one in tall]
    texts += [(one, text, framed) for one, text, framed in known if text is not None]
    assert len(texts) > len(tall) + 8
    reaching_out = [
        (one.locale, words, round(ink.above / SIZE - above, 2), round(ink.below / SIZE - below, 2))
        for (one, words, _), (above, below, ink) in zip(texts, lines(texts), strict=True)
        if ink.above / SIZE > above + 0.02 or ink.below / SIZE > below + 0.02
    ]
    assert reaching_out == []


@pytest.mark.parametrize("locale", ["ur", "pa_Arab", "ar", "my", "ta"])
def test_the_mark_of_a_draft_in_its_own_language_stands_in_its_frame(locale: str) -> None:
    """The words of Nastaliq began above it, nearer to the edge of the paper than printers allow."""
    one = language(locale)
    words = said(locale, "Draft: do not hand out")
    assert words is not None
    made = style(one, (one,), Edition("large", 18.0, "A4"), "latn", tall_banner=True)
    ((above, below, ink),) = lines([(one, words, True)], made.banner_line)
    assert ink.above / SIZE <= above + made.banner_above + 0.02
    assert ink.below / SIZE <= below + 0.02


@pytest.mark.parametrize("locale", ["ur", "ar"])
def test_a_head_and_a_foot_are_lower_than_the_font_asks_for(locale: str) -> None:
    one = language(locale)
    assert one.edge_line + one.edge_below < one.natural_line


def test_two_lines_of_a_foot_stand_as_far_apart_as_the_font_asks() -> None:
    one, edition = language("ar"), Edition("trifold", 12.0, "A4")
    lines_of = [style(one, (one,), edition, "latn", foot_lines=many).edge_line for many in (1, 2)]
    assert lines_of == [one.edge_line, pytest.approx(one.natural_line, abs=0.1)]
