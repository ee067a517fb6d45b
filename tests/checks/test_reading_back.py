"""What is told of a text that a screen reader does not get: the text, and what it gets in its place."""

from dataclasses import replace

import pytest

from polyleaf.checks.pdf.text_does_not_read_back import text_does_not_read_back
from polyleaf.checks.samples.language import URDU
from polyleaf.checks.samples.printed import printed
from polyleaf.checks.samples.text import text
from polyleaf.model.document import LocalizedText
from polyleaf.model.finding import Location
from polyleaf.model.leaflet import Figure, Heading, Paragraph, Table
from polyleaf.model.message import TextState
from polyleaf.model.tag_tree import TagElement, TagTree


def localized(words: str, line: int) -> LocalizedText:
    source = text(words, line=line)
    return LocalizedText(source.inlines, URDU, TextState.TRANSLATED, source)


def told(expected: list[str], said: list[str]) -> list[tuple[str, int | None]]:
    """Messages with their pages, for a document with these texts and tags that say those, one a page."""
    kids = tuple(TagElement("P", pages=(page,), kids=(one,)) for page, one in enumerate(["Knee scan", *said], 1))
    subject = printed(tags=TagTree(TagElement("Document", kids=kids), (), 0))
    blocks = tuple(
        Paragraph(localized(words, line)) if " " in words else Heading(2, localized(words, line))
        for line, words in enumerate(expected, 5)
    )
    document = replace(subject.document, blocks=blocks)
    faults = text_does_not_read_back.run(replace(subject, document=document))
    return [(one.fault.message, one.fault.location.page) for one in faults]


def test_a_text_that_is_there_is_not_told() -> None:
    assert told(["Risks", "Take it with water."], ["Risks", "Take it with water."]) == []


@pytest.mark.parametrize("said", ["RISKS", "Ｒｉｓｋｓ"])
def test_other_forms_of_the_letters_are_named(said: str) -> None:
    assert told(["Tests", "Risks"], ["Tests", said]) == [
        (f"“Risks” does not read back: the tags say “{said}”", 3)
    ]  # fmt: skip


def test_a_neighbour_that_reads_back_is_not_to_blame() -> None:
    assert told(["Tests", "Risks"], ["Tests"]) == [("“Risks” does not read back: the tags say nothing of the kind", 2)]


def test_the_language_beside_it_is_heard_too() -> None:
    subject = printed(
        tags=TagTree(TagElement("Document", kids=(TagElement("H1", pages=(1,), kids=("Knee scan",)),)), (), 0)
    )
    missing = replace(subject.document, blocks=(Paragraph(localized("Take it with water.", 5)),))
    assert [one.fault.message for one in text_does_not_read_back.run(replace(subject, source=subject.document))] == []
    (found,) = text_does_not_read_back.run(replace(subject, source=missing))
    assert "“Take it with water.” does not read back" in found.fault.message


def test_the_head_of_a_table_may_stand_over_each_cell() -> None:
    words = ["When", "What", "6 hours", "Stop eating", "2 hours", "Stop drinking"]
    cells = [localized(one, line) for line, one in enumerate(words, 5)]
    table = Table(tuple(cells[:2]), (tuple(cells[2:4]), tuple(cells[4:])))
    order = ["When", "6 hours", "What", "Stop eating", "When", "2 hours", "What", "Stop drinking"]
    kids = tuple(TagElement("P", pages=(1,), kids=(one,)) for one in ["Knee scan", *order])
    subject = printed(tags=TagTree(TagElement("Document", kids=kids), (), 0))
    assert (
        list(text_does_not_read_back.run(replace(subject, document=replace(subject.document, blocks=(table,))))) == []
    )


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        (["Wake up.", "Drink.", "Rest.", "Take it.", "The knee.", "Go home."], 0),
        (["Wake up.", "Drink.", "Rest.", "The knee.", "Take it.", "Go home."], 0),
        (["Wake up.", "Drink.", "The knee.", "Rest.", "Take it.", "Go home."], 0),
        (["Wake up.", "The knee.", "Drink.", "Rest.", "Take it.", "Go home."], 0),
        (["The knee.", "Wake up.", "Drink.", "Rest.", "Take it.", "Go home."], 1),
        (["Wake up.", "Drink.", "Rest.", "The knee.", "Go home.", "Take it."], 1),
    ],
)
def test_a_figure_may_stand_before_three_paragraphs_that_it_follows_and_no_further_up(said, lost) -> None:
    kids = tuple(TagElement("P", pages=(page,), kids=(one,)) for page, one in enumerate(["Knee scan", *said], 1))
    subject = printed(tags=TagTree(TagElement("Document", kids=kids), (), 0))
    figure = Figure("knee.svg", None, localized("The knee.", 7), (), Location("x.md", 7))
    blocks = (
        *(Paragraph(localized(text, line)) for line, text in enumerate(("Wake up.", "Drink.", "Rest.", "Take it."), 3)),
        figure,
        Paragraph(localized("Go home.", 8)),
    )
    faults = text_does_not_read_back.run(replace(subject, document=replace(subject.document, blocks=blocks)))
    assert len(list(faults)) == lost


def test_a_text_that_lost_letters_is_told_beside_what_is_left() -> None:
    assert told(["Do not take it with water."], ["Do not tke it wth water."]) == [
        ("“Do not take it with water.” does not read back: the tags say “Do not tke it wth water.”", 2)
    ]


def test_texts_are_told_in_the_order_of_the_leaflet() -> None:
    found = told(["Zebra", "Apple", "Mango"], [])
    assert [message.split("”")[0] for message, _ in found] == ["“Zebra", "“Apple", "“Mango"]
