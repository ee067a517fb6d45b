"""A promise of pages: what is too much, and which part to cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf.checks.measures.layout import layout_of
from polyleaf.checks.measures.parts import parts, what_to_cut
from polyleaf.checks.page.more_than_a_sheet import more_than_a_sheet, on_one_sheet
from polyleaf.checks.page.promise_not_kept import promise_not_kept, promising
from polyleaf.checks.samples.page import GOOD, HEADING, PARAGRAPH, a_line, a_paragraph_of, pages_of
from polyleaf.checks.samples.text import text
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.document import LocalizedText
from polyleaf.model.edition import Edition
from polyleaf.model.leaflet import Heading
from polyleaf.model.message import TextState


def with_heading(subject: PrintedDocument, words: str, line: int) -> PrintedDocument:
    source = text(words, line=line)
    heading = Heading(2, LocalizedText(source.inlines, subject.document.language, TextState.SOURCE, source))
    return replace(subject, document=replace(subject.document, blocks=(heading,)))


LONG = pages_of(
    GOOD,
    (
        a_line("Risks", 0, element=HEADING, size=26.0),
        *a_paragraph_of("Your knee", "may hurt", "afterwards.", first=2, element=PARAGRAPH + 1),
    ),
    a_paragraph_of("Tell us", "what you", "think.", element=PARAGRAPH + 2),
)


@pytest.mark.parametrize(
    ("size", "pages", "promise", "kept"),
    [(14, 3, 3, True), (14, 3, 2, False), (18, 3, 2, True), (18, 3, 1, False), (24, 3, 1, True)],
)
def test_large_print_may_have_twice_as_many_and_giant_print_any(
    size: float, pages: int, promise: int, kept: bool
) -> None:
    subject = replace(LONG, edition=replace(LONG.edition, size=size))
    assert len(subject.facts.pages) == pages
    assert (not list(promise_not_kept.function(promising(promise, subject)))) is kept


def test_the_fault_stands_at_the_promise_and_names_what_to_cut() -> None:
    subject = with_heading(promising(1, replace(LONG, edition=replace(LONG.edition, size=14.0))), "Risks", 30)
    (fault,) = promise_not_kept.function(subject)
    assert fault.message == "The leaflet has 3 pages; at this size `fit: 1` promises 1: 7 lines too many"
    assert fault.origin == subject.document.fit.location
    assert fault.hint == "Cut “Risks” (7 lines on paper, line 30 of the leaflet), or shorten the text by so much"


def test_where_no_part_is_enough_the_longest_are_named() -> None:
    layout = layout_of(with_heading(LONG, "Risks", 30))
    assert [part.lines for part in parts(layout)] == [7]
    assert what_to_cut(layout, 8).startswith("Shorten the text; the longest parts are “Risks”")
    assert what_to_cut(layout_of(LONG), 8) == "Shorten the text"


def test_two_languages_have_as_many_pages_as_they_need() -> None:
    twin = replace(LONG, source=LONG.document)
    assert not list(promise_not_kept.function(promising(1, twin)))
    assert not list(more_than_a_sheet.function(on_one_sheet(twin)))


def test_a_sheet_in_three_holds_six_panels() -> None:
    folded = Edition("pocket", 14.0, "A4", 15.0, "trifold")
    panels = [on_one_sheet(replace(pages_of(*[GOOD] * many), edition=folded)) for many in (6, 7)]
    told = [[fault.message for fault in more_than_a_sheet.function(one)] for one in panels]
    assert told[0] == []
    assert told[1][0].startswith("The leaflet takes 2 sheets of paper instead of 1")
    promised = [promising(1, replace(pages_of(*[GOOD] * many), edition=folded)) for many in (3, 4)]
    assert [len(list(promise_not_kept.function(one))) for one in promised] == [0, 1]
