from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import texts
from polyleaf.model.facts import Date, Email, Fact, Number, Percent, Phone, Quantity, Risk, Term, Time, Web
from polyleaf.model.finding import Fault, Waiver
from polyleaf.model.leaflet import Leaflet
from polyleaf.source.front_matter_lines import split_front_matter
from polyleaf.source.frontmatter import read_front_matter
from polyleaf.source.yaml_tree import Scalar, read_yaml

Faults = Callable[[str], tuple[Fault, ...]]

FULL = """\
---
title: Vertebroplasty
summary: >
  Mending a broken bone
  with cement
code: RAD-014
version: "1.10"
published: 2026-11-20
review_by: 2028-11-20
owner: Interventional Radiology
contacts: [ward]
references:
  - "NICE: vertebroplasty, 2013. [Read it](https://www.nice.org.uk)"
facts:
  nerve_leak: {risk: 1, in: 1000}
waivers:
  - {check: source/sentence-too-long, reason: Consent form wording}
---
Words.
"""


def with_fact(fact: str) -> str:
    return FULL.replace("nerve_leak: {risk: 1, in: 1000}", f"it: {fact}")


def test_everything_written_is_read(read: Callable[[str], Leaflet]) -> None:
    leaflet = read(FULL)
    assert leaflet.faults == ()
    assert (leaflet.title.msgid, leaflet.title.context, leaflet.title.location.line) == ("Vertebroplasty", "title", 2)
    assert leaflet.summary is not None
    assert leaflet.summary.msgid == "Mending a broken bone with cement"
    assert (leaflet.summary.context, leaflet.summary.location.line) == ("summary", 3)
    assert (leaflet.code, leaflet.version, leaflet.owner) == ("RAD-014", "1.10", "Interventional Radiology")
    assert (leaflet.published, leaflet.review_by) == (datetime.date(2026, 11, 20), datetime.date(2028, 11, 20))
    assert leaflet.contacts == ("ward",)
    assert leaflet.references == ("NICE: vertebroplasty, 2013. [Read it](https://www.nice.org.uk)",)
    assert leaflet.facts == {"nerve_leak": Risk(1, 1000)}
    assert leaflet.fact_locations["nerve_leak"].line == 15
    assert leaflet.locations["review_by"].line == 9
    place = leaflet.waivers[0].location
    assert leaflet.waivers == (Waiver("source/sentence-too-long", "Consent form wording", place, "demo"),)
    assert place.line == 17


@pytest.mark.parametrize(
    ("written", "fact"),
    [
        ("{risk: 0, in: 10}", Risk(0, 10)),
        ("{risk: 1, in: 1000}", Risk(1, 1000)),
        ("{risk: 2, in: 100, within: 30, unit: day}", Risk(2, 100, Quantity(Decimal(30), "day"))),
        ("{quantity: 6, unit: hour}", Quantity(Decimal(6), "hour")),
        ("{quantity: 2, to: 3, unit: day}", Quantity(Decimal(2), "day", Decimal(3))),
        ("{quantity: 0.1, unit: mg}", Quantity(Decimal("0.1"), "mg")),
        ("{quantity: 0.50, unit: mg}", Quantity(Decimal("0.50"), "mg")),
        ("{quantity: -20, unit: celsius}", Quantity(Decimal(-20), "celsius")),
        ("{quantity: −80, to: -20, unit: celsius}", Quantity(Decimal(-80), "celsius", Decimal(-20))),
        ("{number: 65}", Number(Decimal(65))),
        ("{number: 2, to: 3}", Number(Decimal(2), Decimal(3))),
        ("{number: 123456789012345}", Number(Decimal(123456789012345))),
        ("{percent: 75}", Percent(Decimal(75))),
        ("{date: 2026-11-20}", Date(datetime.date(2026, 11, 20))),
        ('{time: "17:30"}', Time(datetime.time(17, 30))),
        ('{time: "08:05"}', Time(datetime.time(8, 5))),
        ('{phone: "0800 000 0000"}', Phone("0800 000 0000")),
        ('{phone: "+44 (0)1632-960100"}', Phone("+44 (0)1632-960100")),
        ('{phone: "111"}', Phone("111")),
        ('{web: "https://www.nice.org.uk/a?b=c#d"}', Web("https://www.nice.org.uk/a?b=c#d")),
        ('{email: "day.ward@example.org"}', Email("day.ward@example.org")),
        ('{term: "warfarin", lang: en}', Term("warfarin", "en")),
        ("{term: Kwashiorkor, lang: no}", Term("Kwashiorkor", "no")),
    ],
)
def test_facts(read: Callable[[str], Leaflet], written: str, fact: Fact) -> None:
    leaflet = read(with_fact(written))
    assert leaflet.faults == ()
    assert leaflet.facts == {"it": fact}
    assert repr(leaflet.facts["it"]) == repr(fact)  # Decimal("0.50") is not Decimal("0.5") on paper


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("{risk: 11, in: 10}", "11 in 10 cannot be", "larger"),
        ("{risk: 1, in: 0}", "1 in 0 cannot be", "larger"),
        ("{risk: 0.5, in: 10}", "`risk` is 0.5", "whole number of people"),
        ("{risk: -1, in: 10}", "`risk` is -1", "whole number of people"),
        ("{risk: 1}", "lacks `in`", "{risk: 1, in: 1000}"),
        ("{risk: 1, on: 1000}", "unknown key `on`", "in: 1000"),
        ("{quantity: 6, unit: hours}", "`unit` is “hours”", "hour"),
        ("{quantity: 6, unit: parsec}", "`unit` is “parsec”", "hour"),
        ("{quantity: 1_000, unit: mg}", "“1_000”, which is not a plain number", "1000"),
        ('{quantity: "1,000", unit: mg}', "“1,000”, which is not a plain number", "1000"),
        ("{quantity: 010, unit: mg}", "“010”, which is not a plain number", "digits"),
        ("{quantity: 0x10, unit: mg}", "not a plain number", "digits"),
        ("{quantity: 1e3, unit: mg}", "not a plain number", "digits"),
        ("{quantity: .inf, unit: mg}", "not a plain number", "digits"),
        ("{quantity: ٥, unit: mg}", "not a plain number", "digits"),
        ("{quantity: -20, to: -80, unit: celsius}", "range from -20 to -80", "larger"),
        ("{quantity: -5, unit: mg}", "`quantity` is -5", "less than nothing"),
        ("{quantity: 6 hours}", "lacks `unit`", "unit: hour"),
        ("{quantity: 3, to: 2, unit: day}", "range from 3 to 2", "larger"),
        ("{percent: 175}", "`percent` is 175", "between 0 and 100"),
        ("{percent: 75%}", "“75%”, which is not a plain number", "digits"),
        ("{number: 1" + "0" * 40 + "}", "not a plain number", "digits"),
        ("{date: 20/11/2026}", "“20/11/2026”, which is not a date", "year-month-day"),
        ("{date: 2026-02-30}", "not in the calendar", "Check"),
        ("{time: 17:30}", "has no quotes", '"17:30"'),
        ('{time: "25:00"}', "not a time of day", "24-hour"),
        ("{phone: 01234567}", "has no quotes", '"01234567"'),
        ('{phone: "call 123"}', "not a telephone number", "digits"),
        ('{phone: "0800 ٠٠٠"}', "not a telephone number", "digits"),
        ('{phone: "1"}', "not a telephone number", "digits"),
        ('{phone: "0800 111 222 or 333"}', "not a telephone number", "ext. 12"),
        ('{phone: "0800 111 222 تحويلة 12"}', "not a telephone number", "ext. 12"),
        ('{phone: "ext. 4471"}', "not a telephone number", "digits"),
        ('{phone: "01632 960 100 / 960 101 ext. 5"}', "which is two numbers", "Write one"),
        ('{web: "www.nice.org.uk"}', "does not begin with https://", "https://"),
        ('{web: "javascript:alert(1)"}', "does not begin with https://", "https://"),
        ('{web: "file:///etc/passwd"}', "does not begin with https://", "https://"),
        ('{web: "https://nice@evil.example.org"}', "names no web site", "https://"),
        ('{web: "https://[::1"}', "not a web address", "https://"),
        ('{web: "https://a.org/<b>"}', "not a web address", "https://"),
        ('{email: "ward at example.org"}', "not an e-mail address", "@"),
        ('{term: "warfarin"}', "lacks `lang`", "lang: en"),
        ('{term: "warfarin", lang: English}', "not a language", "en"),
        ("{phon: 1}", "does not say what it is", "{phone:"),
        ("{xyzzy: 1}", "does not say what it is", "risk"),
        ("{}", "does not say what it is", "risk"),
        ("6", "does not say what it is", "{number: 65}"),
        ("{number: 1, percent: 2}", "several things", "one fact of each"),
        ("{risk: 2, in: 100, within: 30}", "go together", "within: 30, unit: day"),
        ("{risk: 2, in: 100, within: 30, unit: mg}", "which is no time", "hour, day"),
        ("{number: [1]}", "not a single value", "{number: 65}"),
        ("{number: }", "not a single value", "{number: 65}"),
    ],
)
def test_a_fact_that_cannot_be_right_is_a_fault_and_is_left_out(
    faults: Faults, read: Callable[[str], Leaflet], written: str, message: str, hint: str
) -> None:
    fault, *_ = faults(with_fact(written))
    assert message in fault.message
    assert "`it`" in fault.message
    assert hint in fault.hint
    assert fault.location.line == 15
    assert read(with_fact(written)).facts == {}


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "hint", "broken"),
    [
        ("code: RAD-014\n", "", 1, "`code` is missing", "code: RAD-014", True),
        ("title: Vertebroplasty", "title:", 2, "`title` is empty", "words", True),
        ("title: Vertebroplasty", r'title: "Verte\u202ebroplasty"', 2, "invisible character (U+202E)", "anew", True),
        ('"1.10"', "1.10", 7, "`version` has no quotes", 'version: "1.10"', True),
        ("published: 2026-11-20", "published: 20 November", 8, "not a date", "2026-11-20", True),
        ("published: 2026-11-20", "published: 2026-13-40", 8, "not in the calendar", "Check", True),
        ("review_by: 2028-11-20", "review_by: 2026-11-20", 9, "not after `published`", "dates", False),
        ("owner:", "ownr:", 10, "Unknown key `ownr`", "`owner`", True),
        ("[ward]", "[wrad]", 11, "no contact “wrad”", "ward", False),
        ("[ward]", "wardd", 11, "no contact “wardd”", "ward", False),
        ("[ward]", "{a: b}", 11, "`contacts` is not a list", "[ward, pals]", False),
        ("title: Vertebroplasty", "title: Vertebroplasty # two", 2, "Nothing behind # is printed", "quotes", False),
        ("[ward]", "[{a: b}]", 11, "An entry of `contacts` is not text", "quotes", False),
        ("nerve_leak:", "nerve leak:", 15, "cannot be named “nerve leak”", "fasting_food", False),
        ("  nerve_leak: {risk: 1, in: 1000}", "  - 1", 14, "`facts` is not a list of names", "fasting_food", False),
        (", reason: Consent form wording", "", 17, "exactly a `check` and a `reason`", "check:", False),
        ("Consent form wording", '" "', 17, "`reason` is empty", "words", False),
        ("source/sentence-too-long", "all", 17, "not the id of a check", "source/", False),
        ("title: Vertebroplasty", "title: Vertebroplasty {fee x}", 2, "belongs to no fact", "{its_name}", False),
        ("title: Vertebroplasty", "title: A\ntitle: B", 3, "stands here twice, first on line 2", "Delete", False),
        ("owner: Inter", "\towner: Inter", 10, "not valid YAML", "", True),
        ("contacts: [ward]", "contacts: [ward", 11, "no contact “[ward”", "ward", False),
        ("title: Vertebroplasty", "title: &a Vertebroplasty", 2, "anchors", "quotes", True),
        ("[ward]", "*a", 11, "anchors", "quotes", True),
        ("title: Vertebroplasty", "title: !!python/object:os.system x", 2, "tags", "quotes", True),
        ("[ward]", "[" * 30 + "]" * 30, 11, "nested too deeply", "Close", True),
        ("[ward]", "[" * 5000, 11, "no contact “[[[", "", False),
        ("[ward]", "{[a]: b}", 11, "single word", "key: value", False),
    ],
)
def test_a_mistake_is_a_fault_with_its_line_and_a_way_out(
    faults: Faults, old: str, new: str, line: int, message: str, hint: str, broken: bool
) -> None:
    assert old in FULL
    found = [(f.message, f.location.line, f.hint) for f in faults(FULL.replace(old, new, 1))]
    assert any(message in m and at == line and hint in h for m, at, h in found), found
    log = FaultLog("x")
    front, _ = split_front_matter(FULL.replace(old, new, 1), log)
    assert front is not None
    assert read_front_matter(front, log, "demo", {"ward": ()})[1] is not broken


def test_all_faults_of_a_broken_leaflet_are_collected(faults: Faults) -> None:
    text = FULL.replace("code:", "coed:").replace("2026-11-20", "soon").replace("Words.", "# Words")
    messages = [fault.message for fault in faults(text)]
    assert len(messages) == 3
    assert "coed" in messages[0]
    assert "soon" in messages[1]
    assert "level of the title" in messages[2]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: x\n", "has no end"),
        ("---\n---\n", "`title` is missing"),
        ("---\n- a\n---\n", "not a list of keys"),
        ("---\njust words\n---\n", "not a list of keys"),
        ("---\na: b\n... x\n---\n", "no key with a value"),
        ("--- \ntitle: x\nsummary: |\n" + "  x\n" * 50000 + "---\n", "too long"),
    ],
)
def test_front_matter_that_is_none(faults: Faults, text: str, message: str) -> None:
    found = faults(text)
    assert any(message in fault.message for fault in found)
    assert all(fault.hint for fault in found)


def test_a_leaflet_without_front_matter_says_so(faults: Faults) -> None:
    log = FaultLog("x")
    assert split_front_matter("# Title\n", log)[0] is None
    assert log.faults[0].location.line == 1


@given(st.text(alphabet='ab:-{}[],"\n &*!#|>0179.', max_size=80))
def test_arbitrary_front_matter_never_raises(front: str) -> None:
    log = FaultLog("x")
    assert read_front_matter(front, log, "demo", {})[1] is False
    assert log.faults
    assert all(fault.location.line for fault in log.faults)


def test_a_colon_in_a_value_of_a_list_needs_no_quotes():
    log = FaultLog("leaflets/x/leaflet.md")
    said = "NICE NG157: Joint replacement: hip, knee"
    front = f"references:\n  - {said}\nwaivers:\n  - check: source/x\n    reason: He said: yes\n"
    tree = read_yaml(front, 2, log)
    assert not log.faults
    assert tree.entries["references"].value.items == (Scalar(said, 3, is_text=True),)
    assert tree.entries["waivers"].value.items[0].entries["reason"].value.text == "He said: yes"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Warfarin: your yellow book", "Warfarin: your yellow book"),
        ('title: "Quiet" or: quiet', '"Quiet" or: quiet'),
        ('title: The "best" hip', 'The "best" hip'),
        ('title: "The "best" hip"', 'The "best" hip'),
        ("title: *Hip* replacement", "*Hip* replacement"),
        ("title: [Hip] replacement", "[Hip] replacement"),
        ("title: @home, after surgery", "@home, after surgery"),
        ("title: % of people", "% of people"),
        ("title: - hip", "- hip"),
        ("title: 'It's your hip'", "It's your hip"),
        ("title: “Hip & knee”", "Hip & knee"),
        ("title: “Hip” & knee", "“Hip” & knee"),
        ("title:\u00a0Hip", "Hip"),
        ("title:\tHip", "Hip"),
        ("title: Insulin: when, how: why   # for the ward", "Insulin: when, how: why"),
        ('title: Your "hypo": what to do', 'Your "hypo": what to do'),
        ("title: A\\B: C", "A\\B: C"),
    ],
)
def test_a_colon_in_a_value_needs_no_quotes(line, title):
    log = FaultLog("leaflets/x/leaflet.md")
    tree = read_yaml(f"{line}\nsummary: Short\n", 2, log)
    if title is None:
        assert [fault.location.line for fault in log.faults] == [2]
        return
    assert not log.faults
    assert tree.entries["title"].value == Scalar(title, 2, is_text=True)
    assert tree.entries["summary"].line == 3


def test_an_entry_with_a_colon_is_one_text_and_one_entry_needs_no_list(faults: Faults) -> None:
    assert not faults(FULL.replace("[ward]", "ward"))
    log = FaultLog("leaflets/x/leaflet.md")
    front = "references:\n  - NICE guideline NG226: Osteoarthritis\n  - [1] NHS: Hip: what to know\n"
    front += "key: Call 999: at once\n"
    leaflet, _ = read_front_matter(front, log, "x", {})
    assert leaflet.references == ("NICE guideline NG226: Osteoarthritis", "[1] NHS: Hip: what to know")
    (box,) = leaflet.blocks
    assert [text.msgid for text in texts((box,))] == ["Call 999: at once"]
    assert not [fault for fault in log.faults if "missing" not in fault.message]


def test_keys_may_have_capitals_and_spaces(faults: Faults) -> None:
    text = FULL.replace("title:", "Title:").replace("review_by:", "Review by:").replace("owner:", "OWNER :")
    assert faults(text) == ()


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("03.11.2026", "Write year-month-day: 2026-11-03"),
        ("3/11/2026", "Write year-month-day: 2026-11-03 or 2026-03-11"),
        ("20/11/2026", "Write year-month-day: 2026-11-20"),
        ("12 Jan 2026", "Write year-month-day, such as 2026-11-20"),
    ],
)
def test_a_date_written_otherwise_is_told_with_what_it_may_be(faults: Faults, typed: str, hint: str) -> None:
    (fault,) = faults(FULL.replace("published: 2026-11-20", f"published: {typed}"))
    assert fault.hint == hint


@pytest.mark.parametrize("typed", ["2026/11/20", "2026.11.20", "2026-11-20"])
def test_a_date_with_the_year_first_is_one(faults: Faults, typed: str) -> None:
    assert faults(FULL.replace("published: 2026-11-20", f"published: {typed}")) == ()


def test_a_slip_in_a_key_is_told_once(faults: Faults) -> None:
    (fault,) = faults(FULL.replace("owner:", "ownr:"))
    assert fault.message == "Unknown key `ownr` in the front matter"
