"""The tag tree says what the page says, letter for letter, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from polyleaf.model.block_texts import texts
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import PASSED
from polyleaf.model.spoken import words
from polyleaf.model.tag_tree import TagTree
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.render.tagging.roles import TaggingError, role_of


@pytest.fixture(
    scope="module",
    params=["en_GB", "ur", *(pytest.param(one, marks=pytest.mark.slow) for one in ("ar", "bn", "zh_Hans"))],
)
def page(request: pytest.FixtureRequest, long_leaflet) -> tuple[LocalizedDocument, TagTree]:
    document, target = long_leaflet(request.param)
    tags = read_tags(target, "x.pdf")
    assert tags is not None
    return document, tags


def expected(document: LocalizedDocument) -> Iterator[str]:
    yield plain(document.title.inlines)
    if document.summary:
        yield plain(document.summary.inlines)
    for text in texts(document.blocks):
        if text.source.context not in ("alt", "diagram label"):
            yield plain(text.inlines)


def test_every_text_reads_back_word_for_word_and_in_order(page: tuple[LocalizedDocument, TagTree]) -> None:
    document, tags = page
    said = words(tags.root.text)
    starts, at, moved = [0], 0, False
    for text in filter(None, map(words, expected(document))):
        found = said.find(text, at)
        if said.find(text, starts[-PASSED - 1 :][0], starts[-1]) >= 0 and (found < 0 or moved):
            moved = True  # a figure may stand before the few paragraphs that it follows
            continue
        assert found >= 0, text
        starts, at, moved = [*starts, found], found + len(text), False


def test_every_text_is_one_element_even_over_a_page_end(page: tuple[LocalizedDocument, TagTree]) -> None:
    document, tags = page
    elements = {words(element.text) for element in tags.root.walk()}
    assert not [text for text in filter(None, map(words, expected(document))) if text not in elements]
    if document.language.locale == "ur":  # so long that paragraphs cross a page
        assert any(len(element.pages) > 1 for element in tags.root.walk() if element.role == "P")


def test_nothing_but_the_document_is_in_the_tree(page: tuple[LocalizedDocument, TagTree]) -> None:
    _, tags = page
    assert not tags.loose
    assert tags.artifacts
    assert words(tags.root.text).count("RAD-014") == 1  # the colophon; the running foot is furniture


def test_figures_have_their_alternative_and_foreign_parts_their_language(
    page: tuple[LocalizedDocument, TagTree],
) -> None:
    document, tags = page
    figures = [element for element in tags.root.walk() if element.role == "Figure"]
    wanted = [plain(text.inlines) for text in texts(document.blocks) if text.source.context == "alt"]
    *pictures, square = [figure.alternative for figure in figures]
    assert [one for one in pictures if one in wanted] == wanted
    drawn = [one for one in pictures if one not in wanted]  # from the facts of the risks
    assert [[number in one for number in ("900", "998", "999")] for one in drawn] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
        [False, False, True],
    ]
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]{3}$", square)  # what a telephone reads from it
    own = document.language.tag
    offered = {element.language for element in tags.root.walk() if element.role == "Span" and element.language}
    assert offered >= {offer.language.tag for offer in document.offers if offer.language.tag != own}


def test_headers_say_what_they_head(page: tuple[LocalizedDocument, TagTree]) -> None:
    _, tags = page
    headers = [element for element in tags.root.walk() if element.role == "TH"]
    assert headers
    assert all(dict(header.attributes).get("Table/Scope") in ("/Row", "/Column") for header in headers)


def test_an_unknown_element_is_an_error_not_a_gap() -> None:
    class Element:
        tag = "video"

        def get(self, key: str) -> str | None:
            return None

    with pytest.raises(TaggingError, match="<video>"):
        role_of(Element())
