"""Boxes of risks, facts and times whose entries are typed as people type them: as a list, or one a line."""

import pytest

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.facts import Risk
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Paragraph, TermList
from polyleaf.source.markdown import read_body

FACTS = {"ache": Risk(1, 100), "leak": Risk(1, 10)}


def entries(kind, content):
    """Each entry with its line, and what stands beside the list; the faults."""
    log = FaultLog("leaflet.md")
    (box,) = read_body(f":::{{{kind}}}\n{content}\n:::\n", log, {}, lambda _: (), facts=FACTS)
    told = [
        (item.term.location.line, item.term.msgid, " ".join(plain(block.text.inlines) for block in item.blocks))
        for block in box.blocks
        if isinstance(block, TermList)
        for item in block.items
    ]
    others = [plain(block.text.inlines) for block in box.blocks if isinstance(block, Paragraph)]
    return told, others, [fault.message for fault in log.faults]


@pytest.mark.parametrize(
    "typed",
    [
        "- {ache} A bad headache\n- {leak}: A leak",
        "* **{ache}** – A bad headache\n* **{leak}:** A leak",
        "{ache} A bad headache\n{leak} - A leak",
        "{ache}: A bad headache\\\n{leak}: A leak",
        "1. A bad headache: {ache}\n2. A leak – {leak}",
        "A bad headache = {ache}\n\nA leak: {leak}.",
        "- {ache} A bad\n  headache\n\n\n- {leak} A leak",
    ],
)
@pytest.mark.parametrize("kind", ["risks", "drops"])
def test_as_people_type_them(kind, typed):
    told, others, faults = entries(kind, typed)
    assert faults == []
    assert others == []
    wanted = {("{ache}", "A bad headache"), ("{leak}", "A leak")}
    assert {(term, words) for _, term, words in told} == wanted
    assert {line for line, _, _ in told} <= {2, 3, 4, 5, 6}
    assert len({line for line, _, _ in told}) == len(told)
    if kind == "risks":
        assert told[0][1] == "{leak}", "the most frequent first"


def test_times():
    told, _, faults = entries("timeline", "- A week before: stop taking it\n- **The day after** – have a bath")
    assert [(term, words) for _, term, words in told] == [
        ("A week before", "stop taking it"),
        ("The day after", "have a bath"),
    ]
    assert faults == []


@pytest.mark.parametrize(
    "typed", ["- {ache} A bad headache\n- and more", "- {ache}", "Of ten women {leak} bleed", "- {ache} One\n\n  Two"]
)
def test_what_is_something_else_is_told_and_printed(typed):
    told, _, (fault,) = entries("risks", typed)
    assert told == []
    assert "has no entries" in fault


def test_words_before_the_entries_stay_before_them():
    told, others, faults = entries("risks", "Of all who have it:\n\n- {leak} A leak")
    assert (len(told), others, faults) == (1, ["Of all who have it:"], [])
