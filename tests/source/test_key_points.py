"""Key points come first, from a box or from the front matter; there are at most five, in one place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.source.conftest import FRONT

from polyleaf.model.block_texts import texts
from polyleaf.model.finding import Fault
from polyleaf.model.leaflet import Box, Heading, Leaflet

Faults = Callable[[str], tuple[Fault, ...]]
Read = Callable[[str], Leaflet]

KEYED = FRONT.replace("owner:", "key:\n  - Rest for {bed_rest}.\n  - Drink.\nowner:").replace(
    "owner:", "facts:\n  bed_rest: {quantity: 3, unit: hour}\nowner:"
)
POINTS = ":::{key-points}\n- Rest.\n- Drink.\n:::\n"


def listed(count: int, mark: str = "- ") -> str:
    return "".join(f"{mark}Point number {number}.\n" for number in range(count))


def test_a_box_of_key_points_comes_first_wherever_it_stands(read: Read) -> None:
    first, heading, *_ = read(f"## Rest\n\nA while.\n\n{POINTS}").blocks
    assert isinstance(first, Box)
    assert [text.msgid for text in texts((first,))] == ["Rest.", "Drink."]
    assert isinstance(heading, Heading)


def test_key_points_of_the_front_matter_are_such_a_box(read: Read) -> None:
    leaflet = read(f"{KEYED}Words.")
    assert not leaflet.faults
    (box, _) = leaflet.blocks
    assert isinstance(box, Box)
    points = list(texts((box,)))
    assert [text.msgid for text in points] == ["Rest for {bed_rest}.", "Drink."]
    assert points[0].placeholders == ("bed_rest",)
    assert [text.location.line for text in points] == [8, 9]


def test_five_points_are_fine_and_the_sixth_is_named_with_its_line(faults: Faults) -> None:
    assert not faults(f":::{{key-points}}\n{listed(5)}:::\n\nWords.")
    (fault,) = faults(f":::{{key-points}}\n{listed(6)}:::\n\nWords.")
    assert "6 key points" in fault.message
    assert fault.location is not None
    assert fault.location.line == FRONT.count("\n") + 7
    front = FRONT.replace("owner:", f"key:\n{listed(7, '  - ')}owner:")
    (fault,) = faults(f"{front}Words.")
    assert "7 key points" in fault.message
    assert fault.location is not None
    assert fault.location.line == front.split("\n").index("  - Point number 5.") + 1


@pytest.mark.parametrize("inside", ["Rest.", "- Rest.\n\nAnd drink.", "| a | b |\n|---|---|\n| c | d |"])
def test_a_box_of_key_points_holds_one_list(faults: Faults, inside: str) -> None:
    (fault,) = faults(f":::{{key-points}}\n{inside}\n:::\n\nWords.")
    assert "one list" in fault.message
    assert fault.hint.startswith("Begin each point with -")


def test_key_points_in_two_places_are_one_too_many(faults: Faults, read: Read) -> None:
    (fault,) = faults(f"{POINTS}\nWords.\n\n{POINTS}")
    assert "two places" in fault.message
    assert fault.location is not None
    assert fault.location.line == FRONT.count("\n") + 9
    (fault,) = faults(f"{KEYED}{POINTS}\nWords.")
    assert "two places" in fault.message
    assert len([block for block in read(f"{KEYED}{POINTS}\nWords.").blocks if isinstance(block, Box)]) == 2


def test_a_leaflet_of_key_points_alone_has_no_text(faults: Faults) -> None:
    assert [fault.message for fault in faults(KEYED)] == ["The leaflet has no text"]


@pytest.mark.parametrize(("written", "wanted"), [("true", True), ("no", False), ("", None)])
def test_contents_are_wanted_or_not(read: Read, written: str, wanted: bool | None) -> None:
    line = f"contents: {written}\n" if written else ""
    assert read(FRONT.replace("owner:", f"{line}owner:") + "Words.").contents is wanted


def test_contents_are_true_or_false(faults: Faults) -> None:
    (fault,) = faults(FRONT.replace("owner:", "contents: often\nowner:") + "Words.")
    assert "true or false" in fault.hint


def test_a_key_point_that_turns_its_words_round_is_told(faults: Faults) -> None:
    (told,) = faults(KEYED.replace("key:\n", 'key:\n  - "Stop \\u202e eating."\n') + "Words.")
    assert "invisible" in told.message
