"""Pseudo languages: longer, strange, bracketed; facts, addresses and structure stay."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.catalog_samples import TEMPLATE_WORDS, full_leaflet, leaflet, project, text

from polyleaf.catalog.localizing.pseudo import ACCENTED, MIRRORED, PSEUDO, pseudo_document, pseudo_families, pseudo_text
from polyleaf.catalog.localizing.translate import localize
from polyleaf.catalog.messages.phrases import phrases
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.block_texts import texts
from polyleaf.model.inline import FactWords, Link, plain, walk
from polyleaf.model.language import Direction
from polyleaf.model.leaflet import Paragraph

LETTERS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABC .,"), min_size=1, max_size=80)


@given(LETTERS, st.sampled_from(PSEUDO))
def test_a_text_is_bracketed_and_two_fifths_longer(text: str, locale: str) -> None:
    found = pseudo_text(text, locale)
    if not text.strip():
        assert found == text
        return
    assert (found[0], found[-1]) == ("[", "]")
    before = sum(map(str.isalpha, text))
    assert sum(map(str.isalpha, found)) == before + -(-before * 4 // 10)
    assert found.count(" ") == text.count(" ")
    assert not any(char.isascii() and char.isalpha() for char in found)


@given(st.text(max_size=60), st.sampled_from(PSEUDO))
def test_any_text_is_taken(text: str, locale: str) -> None:
    assert pseudo_text(text, locale)[:1] in ("", "[", *text[:1])


def test_placeholders_stay() -> None:
    assert "{page}" in pseudo_text("Page {page} of {pages}", ACCENTED)
    assert pseudo_text("a {b", MIRRORED).count("{") == 1


def test_letters_are_of_the_right_direction() -> None:
    assert {unicodedata.bidirectional(char) for char in pseudo_text("Walk", MIRRORED)[1:-1]} == {"R"}
    assert {unicodedata.bidirectional(char) for char in pseudo_text("Walk", ACCENTED)[1:-1]} == {"L"}


@pytest.mark.parametrize(("locale", "direction"), [(ACCENTED, Direction.LTR), (MIRRORED, Direction.RTL)])
def test_a_document_in_strange_dress(tmp_path: Path, locale: str, direction: Direction) -> None:
    place = project(tmp_path, full_leaflet())
    source = localize(place, full_leaflet(), "en_GB", phrases(place, "en_GB"))
    found = pseudo_document(source, locale, TEMPLATE_WORDS)
    assert (found.language.tag, found.language.direction, found.draft) == (locale, direction, True)
    assert found.language.families == pseudo_families(locale)
    old, new = list(texts(source.blocks)), list(texts(found.blocks))
    assert len(old) == len(new)
    for one, other in zip(old, new, strict=True):
        facts = [inline.text for inline in walk(one.inlines) if isinstance(inline, FactWords)]
        assert facts == [inline.text for inline in walk(other.inlines) if isinstance(inline, FactWords)]
        links = [inline.href for inline in walk(one.inlines) if isinstance(inline, Link)]
        assert links == [inline.href for inline in walk(other.inlines) if isinstance(inline, Link)]
    quantities = [inline for one in new for inline in walk(one.inlines) if isinstance(inline, FactWords)]
    # Facts stay English: on a page from right to left they must keep their own order.
    assert all(inline.isolate or locale == ACCENTED for inline in quantities)
    assert found.phrases.find("Draft translation")[0].startswith("[")
    # A word that never passed through a catalog is found out: it stays plain.
    assert found.phrases.find("Not extracted")[0] == "Not extracted"
    assert plain(found.title.inlines).startswith("[")


def test_they_are_no_languages() -> None:
    assert not set(PSEUDO) & set(LANGUAGES)


@pytest.mark.parametrize("locale", PSEUDO)
def test_a_box_to_tick_stays_in_the_place_of_its_bullet(tmp_path: Path, locale: str) -> None:
    ticked = leaflet(Paragraph(text("\u2610 I have fasted.", 20)))
    place = project(tmp_path, ticked)
    source = localize(place, ticked, "en_GB", phrases(place, "en_GB"))
    (found,) = texts(pseudo_document(source, locale, TEMPLATE_WORDS).blocks)
    assert plain(found.inlines).startswith("\u2610 [")
