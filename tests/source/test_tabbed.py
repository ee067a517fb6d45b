"""Columns made with tabs: a table where it is plain what is what, told with a table to type where it is not."""

import time

import pytest
from tests.source.bodies import cells, read

from polyleaf.model.leaflet import Paragraph, Table


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        (
            "Time\tDose (units)\tSigned\n08:00\t12\t\n13:00\t8\t\n22:00\t24\n",
            [["Time", "Dose (units)", "Signed"], ["08:00", "12", ""], ["13:00", "8", ""], ["22:00", "24", ""]],
        ),
        (
            "Medicine\tWhat happens\tWhat to do\nAspirin\tmore bleeding\tavoid it\nSt John’s wort\tINR ↓\tavoid it",
            [
                ["Medicine", "What happens", "What to do"],
                ["Aspirin", "more bleeding", "avoid it"],
                ["St John’s wort", "INR ↓", "avoid it"],
            ],
        ),
        (
            "SIDE EFFECTS\t\t\tHOW LONG?\nRed skin\t\t\t2–3 weeks\nSwelling\t\tup to a year\n",
            [["SIDE EFFECTS", "HOW LONG?"], ["Red skin", "2–3 weeks"], ["Swelling", "up to a year"]],
        ),
        (
            "\tDay 1\tDay 2\nSit out\t✓\t✓\nWalk\t\t✓\n",
            [["", "Day 1", "Day 2"], ["Sit out", "✓", "✓"], ["Walk", "", "✓"]],
        ),
        ("**Do**\t**Do not**\nSit\tRun\nEat\tSmoke", [["**Do**", "**Do not**"], ["Sit", "Run"], ["Eat", "Smoke"]]),
        (
            "Step\tFood\tMilk\tCook\n1\tBiscuit\t1 g\t10 min\n2\tCheese\t15 g\t–\n3\tMilk\t200 ml\t–\n",
            [
                ["Step", "Food", "Milk", "Cook"],
                ["1", "Biscuit", "1 g", "10 min"],
                ["2", "Cheese", "15 g", "–"],
                ["3", "Milk", "200 ml", "–"],
            ],
        ),
        (
            "Fibre:\tlow\thigh\nBread\t✔\t.\nPorridge\t.\t✔\n",
            [["Fibre:", "low", "high"], ["Bread", "✔", "."], ["Porridge", ".", "✔"]],
        ),
        (
            "Weight (kg)\tAge\tmL (100mg/5mL)\n5–6.9\t3–5 m\t2.5\n31+\t10–11 y\t15\n",
            [["Weight (kg)", "Age", "mL (100mg/5mL)"], ["5–6.9", "3–5 m", "2.5"], ["31+", "10–11 y", "15"]],
        ),
        ("Date\tHb\tNeut\n__/__\t___\t___\n", [["Date", "Hb", "Neut"], ["__/__", "___", "___"]]),
        ("Date\tTime\tHow long?\n\t\t\n\t\t\n", [["Date", "Time", "How long?"], ["", "", ""], ["", "", ""]]),
        (
            "الدواء\tالجرعة\nراميبريل\t5 مغ\nأسبرين\t75 مغ\n",
            [["الدواء", "الجرعة"], ["راميبريل", "5 مغ"], ["أسبرين", "75 مغ"]],
        ),
    ],
)
def test_plain_columns_are_a_table(typed, rows):
    (table,), faults = read(typed)
    assert isinstance(table, Table)
    assert (cells(table), faults) == (rows, ())
    assert [row[0].location.line for row in table.rows] == list(range(2, len(rows) + 1))


def test_lines_around_it_stay_what_they_are():
    blocks, faults = read("Your chart:\nDay\tDose\nMon\t5 mg\nTue\t10 mg\nCall us.\n\n- one\n")
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Table", "Paragraph", "ListBlock"]
    assert faults == ()


def test_a_box_takes_it_like_any_table():
    (table,), faults = read(":::{table cards} Doses\nDay\tDose\nMon\t5 mg\nTue\t5 mg\n:::\n")
    assert (table.blocks[0].cards, faults) == (True, ())


@pytest.mark.parametrize(
    "typed",
    [
        "Wash gently\tRub\nPat dry\tShave\nWear cotton\tSwim",  # does the first line name the columns?
        "Mon\tnone\tnone\nTue\t5 mg\t5 mg\nWed\t5 mg\t5 mg",  # Monday is a day like the others
        "Mo, Di, Do\t8–12 Uhr\nMi\t8–12 Uhr",
        "Day\tDose\tHow\nMon\t5 mg\tby mouth\tnow\nTue\t10 mg\tby mouth",  # a cell too many
        "Day\tTime\tDose\nMonday\t8:00\t5 mg\nTuesday, all day\t10 mg",  # joined cells, or an empty one?
        'Medicine\tDose\tDays\nRamipril\t"2.5 mg\nthen 5 mg"\t7\n',  # a cell of two lines
        "Medicine\tDose\nRamipril\t5 mg\nwith food\nAspirin\t75 mg",  # the end of a cell
    ],
)
def test_others_are_told_with_a_table_to_type(typed):
    blocks, (fault,) = read(f"Text.\n\n{typed}\n")
    assert all(isinstance(block, Paragraph) for block in blocks)
    assert fault.location.line == 3
    first, second = typed.split("\n")[0].split("\t")[:2]
    assert f"| {first} | {second} |" in fault.hint
    assert "|---|---|" in fault.hint


@pytest.mark.parametrize(
    "typed",
    [
        "Weight:\t80 kg",
        "Name ____\tDate ____\tWard ____",
        "Name\t: ________\nMachine\t: LA 3 / LA 4",
        "Oncologist\t\t– plans your treatment\nPhysicist\t\t– checks it",
        "Born:\t1 May 1970\nWeight:\t80 kg",
        "\tDear patient,\n\tYou will have 15 visits.",
    ],
)
def test_tabs_before_or_behind_a_mark_are_no_columns(typed):
    blocks, faults = read(typed)
    assert faults == ()
    assert not any(isinstance(block, Table) for block in blocks)


def test_many_lines_with_tabs_take_linear_time():
    begun = time.process_time()
    read("a\tb\tc\nd\te\n" * 4_000)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "typed",
    [
        "Dátum\tSpO2 (nyug.)\tSpO2 (járás)\tMegj.\n......\t......%\t......%\n......\t......%\t......%",
        "Date\tPulse\tPressure\n__/__\t____ bpm\t___/___ mmHg\n__/__\t____ bpm\t___/___ mmHg",
        "Date\tWeight\n......\t...... kg\n......\t...... kg",
    ],
)
def test_rooms_before_their_units_are_columns_to_fill_in(typed):
    (table,), faults = read(typed)
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert not faults


def test_words_before_rooms_are_lines():
    blocks, _ = read("Pulse\t____ bpm\nWeight\t____ kg")
    assert not any(isinstance(block, Table) for block in blocks)
