"""What people fill in by hand is read as it is written, and every slip is told with its line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import texts
from polyleaf.model.form import FIELDS, WHOLE_PAGE, Blank, FieldList
from polyleaf.model.inline import Link, walk
from polyleaf.model.leaflet import Block, Box, Leaflet, Paragraph, Table
from polyleaf.model.message import Text
from polyleaf.source.markdown import read_body


def body(markdown: str) -> tuple[tuple[Block[Text], ...], list[tuple[int | None, str]]]:
    log = FaultLog("leaflet.md")
    blocks = read_body(markdown, log, {}, lambda _image: ())
    return blocks, [(fault.location.line, fault.message) for fault in log.faults]


def the_box(markdown: str) -> Box[Text]:
    (box,), faults = body(markdown)
    assert not faults
    assert isinstance(box, Box)
    return box


def msgid(text: Text | None) -> str:
    return text.msgid if text is not None else ""


def fields_of(markdown: str) -> list[tuple[str, str, int]]:
    """Label, value and lines to write on of each field of a box."""
    (fields,) = (block for block in the_box(markdown).blocks if isinstance(block, FieldList))
    return [(one.kind.name if one.kind else msgid(one.label), msgid(one.value), one.lines) for one in fields.fields]


@pytest.mark.parametrize("kind", ["appointment", "sign"])
def test_a_form_without_fields_has_those_that_are_usual(kind: str) -> None:
    box = the_box(f":::{{{kind}}}\n:::\n")
    assert [name for name, _, _ in fields_of(f":::{{{kind}}}\n:::\n")] == list(box.kind.fields)


def test_fields_stand_as_they_are_written() -> None:
    markdown = ":::{appointment} Your scan\nCome early.\n\n:place: Day ward,\n  level B\n:date:\n:Your nurse:\n:::\n"
    assert fields_of(markdown) == [("place", "Day ward, level B", 0), ("date", "", 1), ("Your nurse", "", 1)]
    box = the_box(markdown)
    assert [text.msgid for text in texts((box,))] == [
        "Your scan",
        "Come early.",
        "Day ward, level B",
        "Your nurse",
    ]


@pytest.mark.parametrize(
    ("markdown", "line", "words"),
    [
        (":::{appointment}\n:date:\n:plase: here\n:::\n", 3, "no field"),
        (":::{appointment}\n:date: today\n:date:\n:::\n", 1, "twice"),
        (":::{lines 400}\n:::\n", 1, "400 lines"),
        (":::{lines 0}\n:::\n", 1, "0 lines"),
        (":::{lines many}\n:::\n", 1, "says nothing"),
        (":::{link}\nA film.\n:::\n", 1, "no address"),
        (":::{link} film.mp4\nA film.\n:::\n", 1, "does not begin with https://"),
        (f":::{{link}} https://www.example.org/{'x' * 200}\nA film.\n:::\n", 1, "too many"),
        (":::{sign}\n" + ":Name:\n" * 30 + ":::\n", 1, "30 fields"),
    ],
)
def test_slips_are_told_with_their_line_and_nothing_is_lost(markdown: str, line: int, words: str) -> None:
    blocks, faults = body(markdown)
    assert [at for at, message in faults if words in message] == [line], faults
    assert blocks


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        (":::{lines 5}\n:::\n", 5),
        (":::{lines} 5\n:::\n", 5),
        (":::{lines}\n:::\n", 3),
        (":::{notes 8}\n:::\n", 8),
        (":::{notes}\n:::\n", WHOLE_PAGE),
    ],
)
def test_lines_are_counted(markdown: str, lines: int) -> None:
    assert [one.lines for one in the_box(markdown).blocks if isinstance(one, Blank)] == [lines]


def test_a_row_of_underscores_is_a_line_to_write_on() -> None:
    blocks, faults = body("Your name:\n\n______\n")
    assert [type(block) for block in blocks] == [Paragraph, Blank]
    assert not faults


def test_a_table_can_ask_for_room_in_every_empty_cell() -> None:
    (table,) = the_box(":::{table write}\n| Day | Pain |\n|---|---|\n| Monday | |\n:::\n").blocks
    assert isinstance(table, Table)
    assert table.write


@pytest.mark.parametrize("address", ["https://www.example.org/film", "{film}"])
def test_the_address_of_a_link_box_is_a_link_with_itself_for_words(address: str) -> None:
    *_, last = the_box(f":::{{link}} {address}\nA film.\n:::\n").blocks
    assert isinstance(last, Paragraph)
    assert [one.href for one in walk(last.text.inlines) if isinstance(one, Link)] == [address]


def test_labels_are_words_that_translators_know() -> None:
    assert all(kind.label and kind.note.startswith("stands before") for kind in FIELDS.values())


HEADINGS = "## Risks\n\n## What's next?\n\n### Risks\n\n"


@pytest.mark.parametrize("name", ["risks", "risks-1", "whats-next", "Risks"])
def test_a_reference_finds_its_heading(read: Callable[[str], Leaflet], name: str) -> None:
    assert not read(f"{HEADINGS}See [this](#{name}).\n").faults


@pytest.mark.parametrize(
    ("name", "hint"),
    [("risk", "Did you mean #risks?"), ("zzz", "Headings of this leaflet: #risks, #whats-next, #risks-1")],
)
def test_a_reference_to_nothing_is_an_error(read: Callable[[str], Leaflet], name: str, hint: str) -> None:
    (fault,) = read(f"{HEADINGS}See [this](#{name}).\n").faults
    assert fault.message == f"There is no heading “#{name}” to refer to"
    assert fault.hint == hint
    assert fault.location.line == 15
