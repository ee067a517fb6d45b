from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import map_texts, texts
from polyleaf.model.boxes import BOXES
from polyleaf.model.finding import Fault
from polyleaf.model.leaflet import (
    Block,
    Box,
    ContactCard,
    Figure,
    Heading,
    Leaflet,
    ListBlock,
    Paragraph,
    Table,
    TermList,
)
from polyleaf.model.message import Text
from polyleaf.source.markdown import read_body

START = 9
"""The line of the file on which the body of a test leaflet begins."""

Read = Callable[[str], Leaflet]
Faults = Callable[[str], tuple[Fault, ...]]


def body(markdown: str, log: FaultLog | None = None) -> tuple[Block[Text], ...]:
    return read_body(markdown, log or FaultLog("leaflet.md"), {"ward": (), "pals": ()}, lambda _image: ("Label one",))


def msgids(markdown: str) -> tuple[Block[str], ...]:
    log = FaultLog("leaflet.md")
    blocks = body(markdown, log)
    assert log.faults == ()
    return tuple(map_texts(block, lambda text: text.msgid) for block in blocks)


def test_plain_blocks() -> None:
    blocks = body("## About\n\nOne\ntwo.\n\n- a\n- b\n  - c\n\n3. x\n4. y\n\n   z\n")
    assert [type(block) for block in blocks] == [Heading, Paragraph, ListBlock, ListBlock]
    assert [(text.msgid, text.location.line) for text in texts(blocks)] == [
        ("About", 1),
        ("One two.", 3),
        ("a", 6),
        ("b", 7),
        ("c", 8),
        ("x", 10),
        ("y", 11),
        ("z", 13),
    ]
    ordered = blocks[3]
    assert isinstance(ordered, ListBlock)
    assert (ordered.ordered, ordered.start, len(ordered.items[1].blocks)) == (True, 3, 2)


def test_lines_are_those_of_the_file(read: Read) -> None:
    leaflet = read("\nWords\n\n:::{important}\nStop.\n:::\n")
    assert [text.location.line for text in texts(leaflet.blocks)] == [START + 1, START + 4]
    assert {text.location.path for text in texts(leaflet.blocks)} == {"leaflets/demo/leaflet.md"}


def test_boxes_nest_with_more_colons() -> None:
    blocks = msgids("::::{important} If you **bleed**\nOne.\n\n:::{tip}\nTwo.\n:::\n\nThree.\n::::\n\nFour.\n")
    tip = Box(BOXES["tip"], None, (Paragraph("Two."),))
    important = Box(BOXES["important"], "If you **bleed**", (Paragraph("One."), tip, Paragraph("Three.")))
    assert blocks == (important, Paragraph("Four."))


def test_a_box_ends_a_paragraph_without_an_empty_line() -> None:
    assert msgids("One.\n:::{tip}\nTwo.\n:::\nThree.\n") == (
        Paragraph("One."),
        Box(BOXES["tip"], None, (Paragraph("Two."),)),
        Paragraph("Three."),
    )


def test_boxes_in_list_items() -> None:
    (block,) = msgids("1. One.\n\n   :::{tip}\n   Two.\n   :::\n2. Three.\n")
    assert isinstance(block, ListBlock)
    assert block.items[0].blocks == (Paragraph("One."), Box(BOXES["tip"], None, (Paragraph("Two."),)))
    assert block.items[1].blocks == (Paragraph("Three."),)


def test_steps() -> None:
    (box,) = msgids(":::{steps}\nFirst:\n\n1. a\n2. b\n:::\n")
    assert isinstance(box, Box)
    assert [type(block) for block in box.blocks] == [Paragraph, ListBlock]


def test_risks() -> None:
    (box,) = msgids(":::{risks} Serious\nThese can happen:\n\n{a}\n: One\n  two.\n\n{b}\n: Three.\n\n  - four\n:::\n")
    assert isinstance(box, Box)
    assert box.title == "Serious"
    intro, entries = box.blocks
    assert intro == Paragraph("These can happen:")
    assert isinstance(entries, TermList)
    assert [(item.term, item.blocks[0]) for item in entries.items] == [
        ("{a}", Paragraph("One two.")),
        ("{b}", Paragraph("Three.")),
    ]
    assert isinstance(entries.items[1].blocks[1], ListBlock)


def test_lines_of_risks() -> None:
    blocks = body("\n:::{risks}\n{a}\n: One.\n\n{b}\n: Two.\n:::\n")
    assert [text.location.line for text in texts(blocks)] == [3, 4, 6, 7]


def test_contact() -> None:
    blocks = body("\n:::{contact} pals\n:::\n")
    assert isinstance(blocks[0], ContactCard)
    assert (blocks[0].contact, blocks[0].location.line) == ("pals", 2)


def test_figure() -> None:
    (figure,) = body(":::{figure} images/needle.svg\n:alt: A needle\n  in the bone\nWhere the **cement**\ngoes\n:::\n")
    assert isinstance(figure, Figure)
    assert figure.alt is not None
    assert figure.caption is not None
    assert (figure.image, figure.location.line) == ("images/needle.svg", 1)
    assert (figure.alt.msgid, figure.alt.context, figure.alt.location.line) == ("A needle in the bone", "alt", 2)
    caption = figure.caption
    assert (caption.msgid, caption.context, caption.location.line) == ("Where the **cement** goes", "caption", 4)
    assert [(label.msgid, label.context) for label in figure.labels] == [("Label one", "diagram label")]


@pytest.mark.parametrize("lines", ["", ":alt:\n", ":alt:   \n\n"])
def test_a_figure_without_alt_is_for_the_check_to_find(lines: str) -> None:
    log = FaultLog("x")
    (figure,) = body(f":::{{figure}} a.svg\n{lines}:::\n", log)
    assert isinstance(figure, Figure)
    assert (figure.alt, figure.caption, log.faults) == (None, None, ())


def test_table() -> None:
    markdown = "| Stop | When |\n|---|---|\n| Food | {a} |\n| a \\| b |  |\n"
    (table,) = body(markdown)
    assert map_texts(table, lambda text: text.msgid) == Table(("Stop", "When"), (("Food", "{a}"), ("a | b", "")))
    assert [text.location.line for text in texts((table,))] == [1, 1, 3, 3, 4, 4]


@pytest.mark.parametrize(
    ("markdown", "line", "message", "hint"),
    [
        ("# Title", 1, "level of the title", "##"),
        ("##### Deep", 1, "level 5", "two to four"),
        ("##\n\nx", 1, "heading has no words", "#"),
        ("x\n\nWords\n---\n", 3, "makes a heading", "##"),
        ("Words\n===\n", 1, "makes a heading", "##"),
        ("x\n\nMissed it?\n~~~~~~~~~~~\n\ny\n\nThe end\n~~~~~~~\n", 3, "makes a heading", "##"),
        ("x\n\nThe code of it\n~~~~\nname\n~~~~\n", 4, "code block", "paragraph"),
        ("x\n\n***\n", 3, "line across the page", "##"),
        ("x\n\n```\ncode\n```\n", 3, "code block", "paragraph"),
        ("x\n\n> said\n", 3, "quotation", ":::{quote}"),
        ("x\n<b>bold</b>", 1, "HTML is printed as text: “<b>”", "**bold**"),
        ("x\n\n<div>\nhello\n</div>\n", 3, "HTML is printed as text", "**bold**"),
        ("x <!-- a note --> y", 1, "HTML is printed as text", "Delete"),
        ("x\n\n<!-- a note\ny", 3, "note (<!--) has no end", "-->"),
        ("see ![alt](images/a.png)", 1, "picture inside text", "on a line of its own"),
        ("[x](other.md)", 1, "link to “other.md”", "https://"),
        ("[x](file:///etc/passwd)", 1, "link to “file:///etc/passwd”", "https://"),
        ("**Note: **text", 1, "stars", "touch the words"),
        ("take {fasting food} now", 1, "brace in “{fasting food}”", "{its_name}"),
        ("take { now", 1, "brace in", "{{"),
        ("[a]: https://www.example.org", 1, "printed as text", "[words]"),
        (":class: x", 1, "printed as text", "figure"),
        ("| a | b |\n| c | d |", 1, "no line of dashes", "|---|"),
        ("|  |  |\n|---|---|\n| c | d |", 1, "first row of this table is empty", "column"),
        ("| a | b |\n|---|---|\n| c | d | lost |", 3, "3 cells, the table has 2 columns", "\\|"),
        ("| a | b |\n|---|---|\n| c |", 3, "1 cells, the table has 2 columns", "\\|"),
        ("{a}\n: text", 1, "begins with a colon", ":::{risks}"),
        ("- \n- x", 1, "no words", "Write"),
        ("x\n\n:::{imprtant}\nx\n:::\n", 3, "no box named “imprtant”", ":::{important}"),
        (":::{warning}\nx\n:::\n", 1, "no box named “warning”", "important, tip"),
        (":::important\nx\n:::\n", 1, "stands in braces", ":::{important}"),
        ("x\n\n:::{tip}\nx\n", 3, "not closed", ":::"),
        ("x\n:::\n", 2, "closes no box", "Delete"),
        (":::{important}\n:::{tip}\nx\n:::\n:::\n", 1, "as many colons", "::::{important}"),
        (":::{important}\n:::\n", 1, "is empty", "Write"),
        (":::{steps}\n- a\n:::\n", 1, "one numbered list", "1."),
        (":::{steps}\n1. a\n\nafter\n:::\n", 1, "one numbered list", "after the box"),
        (":::{steps}\n1. a\n\n## H\n\n2. a\n:::\n", 1, "one numbered list", "1."),
        (":::{risks}\n- a\n:::\n", 1, "no entries", "{nerve_leak}"),
        (":::{risks}\nAbout 1 in 100\n: text\n:::\n", 2, "not one fact", "{nerve_leak}"),
        (":::{risks}\n{a} to {b}\n: text\n:::\n", 2, "not one fact", "declare"),
        (":::{risks}\n{a}\nmore\n: text\n:::\n", 4, "begins with a colon", "alone"),
        (":::{contact}\n:::\n", 1, "names no contact", ":::{contact} ward"),
        (":::{contact} wrad\n:::\n", 1, "no contact “wrad”", "ward"),
        (":::{contact} ward\nCall us\n:::\n", 2, "no text of its own", "polyleaf.toml"),
        (":::{figure}\n:alt: x\n:::\n", 1, "names no picture", "images/"),
        (":::{figure} a.svg\n:atl: x\n:::\n", 2, "no option “atl”", ":alt:"),
        (":::{figure} a.svg\nalt: x\n:::\n", 2, "no option: “alt: x”", ":alt:"),
        (":::{figure} a.svg\n:alt: x\n:alt: y\n:::\n", 3, "twice", "Delete"),
        (":::{figure} a.svg\n:alt: x\n\none\n\ntwo\n:::\n", 6, "one caption", "after the figure"),
        (
            "\n".join("  " * depth + f"- item {depth}" for depth in range(9)),
            9,
            "too deep",
            "two levels",
        ),
        ("> " * 200 + "deep", 1, "too deep", "two levels"),
    ],
)
def test_a_mistake_is_a_fault_with_its_line_and_a_way_out(markdown: str, line: int, message: str, hint: str) -> None:
    log = FaultLog("leaflet.md")
    body(markdown, log)
    found = [(f.message, f.location.line, f.hint) for f in log.faults]
    assert any(message in m and at == line and hint in h for m, at, h in found), found


@pytest.mark.parametrize(
    "slip",
    ["x\n\n:::{tip}\nTip.\n\n", ":::\n\n", "# One\n\n", "***\n\n", ":::{nothing}\nx\n:::\n\n", "```\nx\n```\n\n"],
)
def test_reading_goes_on_after_a_fault(slip: str) -> None:
    log = FaultLog("leaflet.md")
    blocks = body(slip + ":::{important}\nStop.\n:::\n\nLast words.\n", log)
    assert len(log.faults) == 1
    assert [text.msgid for text in texts(blocks)][-2:] == ["Stop.", "Last words."]


def test_a_box_that_nobody_closed_is_one_fault_and_holds_only_its_own_text() -> None:
    log = FaultLog("leaflet.md")
    blocks = body(":::{tip}\nOne.\n\n:::{important}\nTwo.\n:::\n\nThree.\n", log)
    assert [fault.location.line for fault in log.faults] == [1]
    assert [type(block) for block in blocks] == [Box, Box, Paragraph]


def test_invisible_characters_are_faults_and_print_as_spaces(read: Read) -> None:
    leaflet = read("One\x0ctwo\u2029three.\n")
    assert [fault.location.line for fault in leaflet.faults] == [START]
    assert "U+000C" in leaflet.faults[0].message
    assert [text.msgid for text in texts(leaflet.blocks)] == ["One two three."]


def test_bombs_of_fences_are_refused() -> None:
    log = FaultLog("leaflet.md")
    assert body(":::{tip}\n" * 100_000, log) == ()
    assert len(log.faults) == 1


WORDS = st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=12)
SOUP = st.lists(
    st.sampled_from(
        [
            ":::",
            "::::",
            "{tip}",
            "{figure} a",
            "{risks}",
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "  ",
            "    ",
            "{a}",
            ": ",
            "x",
            "| a |",
            "|---|",
            "> ",
            "#",
            "```",
            "---",
            "\t",
            "<b>",
            "**",
            "\\",
            "[",
            "](",
            "\0",
        ]
    ),
    max_size=40,
).map("".join)


@given(SOUP)
def test_arbitrary_markdown_never_raises_and_every_fault_has_its_line(markdown: str) -> None:
    log = FaultLog("leaflet.md")
    blocks = body(markdown, log)
    lines = markdown.count("\n") + 1
    assert all(1 <= (fault.location.line or 0) <= lines for fault in log.faults)
    assert all(1 <= (text.location.line or 0) <= lines for text in texts(blocks))


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_no_word_of_a_sound_leaflet_is_lost(words: list[str]) -> None:
    markdown = "\n\n".join(
        [
            f"## {words[0]}",
            *words,
            *(f":::{{tip}} {word}\n{word}\n:::" for word in words),
            *(f"- {word}" for word in words),
        ]
    )
    found = [text.msgid for text in texts(body(markdown))]
    assert found == [words[0], *words, *(word for word in words for _ in range(2)), *words]


def test_pictures_of_markdown_alone_in_a_paragraph_are_figures() -> None:
    log = FaultLog("leaflet.md")
    markdown = 'Look:\n\n![Your spine](images/my%20spine.png "Seen from the side")\n![A *cast*](<images/a b.jpg>)\n'
    _, first, second = body(markdown, log)
    assert not log.faults
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    assert (first.image, first.alt.msgid, first.caption.msgid) == (
        "images/my spine.png",
        "Your spine",
        "Seen from the side",
    )
    assert (second.image, second.caption, second.location.line) == ("images/a b.jpg", None, 4)
    (nothing,) = body("![](images/x.png)", log)
    assert nothing.alt is None
    for within in ("see ![a](b.png)", "![a](b.png) c"):
        (paragraph,) = body(within, FaultLog("leaflet.md"))
        assert not isinstance(paragraph, Figure)


def test_a_box_on_one_line_and_a_title_with_colons_behind_it_are_read() -> None:
    box, after = msgids(":::{emergency} Call 999 :::\nText after.\n")
    assert (box.title, box.blocks, after.text) == (None, (Paragraph("Call 999"),), "Text after.")
    (box,) = msgids(":::{tip} A title :::\nWords.\n:::\n")
    assert (box.title, box.blocks) == ("A title", (Paragraph("Words."),))
    one, two = msgids(":::{tip} One :::\n\n:::{important} Two\nWords.\n:::\n")
    assert (one.blocks, two.title) == ((Paragraph("One"),), "Two")
    assert msgids(":::{contact} ward :::\n") == msgids(":::{contact} ward\n:::\n")
