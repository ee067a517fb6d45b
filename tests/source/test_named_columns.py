"""Boxes of data as authors write them, and the slips they make: each is told with its line."""

import pytest
from tests.source.bodies import read

from polyleaf.model.leaflet import Table, TermList

DOSES = "| medicine | For | bed | Notes |\n|---|---|---|---|\n| Ramipril | Blood pressure | {one} | |\n"
BENEFITS = """| benefits | nothing | Tablets |
|---|---|---|
| No pain | {a} | {b} |

| harms | nothing | Tablets |
|---|---|---|
| A bleed | {c} | {d} |
"""


def box(kind, content):
    (found,), faults = read(f":::{{{kind}}}\n{content}:::\n")
    return found, [(fault.location.line, fault.message) for fault in faults]


def test_columns_of_medicines():
    found, faults = box("doses", DOSES)
    (table,) = found.blocks
    assert not faults
    assert isinstance(table, Table)
    assert table.words == ("medicine", "for", "bed", "")
    assert [cell.msgid for cell in table.header] == ["", "", "", "Notes"]


def test_columns_by_the_words_that_are_printed():
    found, faults = box(
        "doses", DOSES.replace("medicine", "Medicine").replace("For", "What for").replace("bed", "Bedtime")
    )
    assert not faults
    assert found.blocks[0].words == ("medicine", "for", "bed", "")


def test_benefits_and_harms():
    found, faults = box("benefits", BENEFITS)
    assert not faults
    assert [table.words for table in found.blocks] == [("benefits", "nothing", ""), ("harms", "nothing", "")]


@pytest.mark.parametrize(
    ("kind", "content", "line", "message"),
    [
        ("doses", DOSES.replace("bed", "When"), 2, "This medicines table has no times"),
        ("doses", DOSES.replace("{one}", ""), 4, "The medicine “Ramipril” has no time"),
        ("doses", DOSES.replace("bed", "mornig"), 2, "Is the column “mornig” meant as `morning`?"),
        ("doses", DOSES.replace("medicine", "What"), 2, "This table has no column `medicine`"),
        ("doses", DOSES.replace("Notes", "bed"), 2, "This table has several columns `bed`"),
        ("doses", "Take one.\n", 1, "A box of this kind (doses) holds one table"),
        ("benefits", BENEFITS.replace("harms", "Risks"), 1, "This box has no harms: benefits and harms stand beside"),
        ("benefits", BENEFITS.split("\n\n", maxsplit=1)[0] + "\n", 1, "A box of this kind (benefits) holds two tables"),
        ("benefits", BENEFITS.replace("harms | nothing", "harms | Surgery"), 6, "Benefits and harms are told for diff"),
        ("compare", "| | Surgery |\n|---|---|\n| Pain | Less |\n", 2, "This table has one option"),
        ("timeline", "Come early.\n", 1, "This timeline box has no entries"),
        ("drops", "four\n: Every day.\n", 2, "The number “four” is not one fact"),
    ],
)
def test_slips(kind, content, line, message):
    _, faults = box(kind, content)
    assert any(at == line and words.startswith(message) for at, words in faults), faults


def test_a_timeline():
    found, faults = box("timeline", "A week before\n: Stop.\n\n{fasting} before\n: Do not eat.\n\n  - no bread\n")
    (entries,) = found.blocks
    assert not faults
    assert isinstance(entries, TermList)
    assert (entries.kind, [item.term.msgid for item in entries.items]) == (
        "timeline",
        ["A week before", "{fasting} before"],
    )
    assert len(entries.items[1].blocks) == 2
