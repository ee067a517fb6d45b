"""The ledger of sign-offs: read entry by entry whatever somebody did to it by hand, and only ever added to."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalog_samples import project, write

from polyleaf.catalog.signoff import ledger as approvals
from polyleaf.catalog.signoff.entry import entry_text, people_trouble, quick_entry
from polyleaf.catalog.signoff.ledger import EARLIER, Ledger, ledger_name, read_ledger, record
from polyleaf.errors import UsageError
from polyleaf.model.approval import Approval
from polyleaf.model.finding import Fault, Location

ONE = Approval(
    leaflet="needle",
    locale="pl",
    translator="Anna Nowak",
    reviser="Jan Lis",
    clinician="Dr Ewa Zych",
    machine_translated=False,
    date=datetime.date(2026, 11, 20),
    version="1.0",
    digest="ab" * 32,
    texts=("g72DzgZcfDMCZ7", "88EyiQ6sGVhszy"),
    words=("1_ttTw7Rbh0CeA",),
    facts={"fasting_food": "6 hour", "ward": "0800 000 0000"},
    contacts={"ward.phone": "0800 000 0000", "ward.web": "https://www.example.org"},
)
SOURCE = replace(ONE, locale="en_GB", translator="", reviser="")
OTHER = replace(ONE, leaflet="eyes", locale="ur")
NAME = ledger_name("needle", "pl")


def parse_ledger(text: str) -> Ledger:
    return approvals.parse_ledger(text, NAME)


def ledger_path(root: Path) -> Path:
    return root / NAME


def ledger(*parts: str) -> Ledger:
    return parse_ledger("\n".join(parts))


def without_place(entry: Approval | Fault) -> Approval:
    assert isinstance(entry, Approval)
    return replace(entry, location=ONE.location)


NAMES = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), min_size=1, max_size=30).filter(
    lambda name: name.strip() and not people_trouble("a", "b", name, machine_translated=True)[0]
)
MARKS = st.lists(st.from_regex(r"[A-Za-z0-9_-]{14}", fullmatch=True), max_size=20).map(tuple)


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, NAMES, MARKS, st.dictionaries(NAMES, NAMES | st.just(""), max_size=3), st.dates(), st.booleans())
def test_what_is_written_is_read(translator, reviser, clinician, marks, facts, date, machine) -> None:
    if people_trouble(translator, reviser, clinician, machine_translated=machine)[0]:
        return
    one = replace(
        ONE,
        translator=translator,
        reviser=reviser,
        clinician=clinician,
        texts=marks,
        facts=facts,
        date=date,
        machine_translated=machine,
    )
    text = entry_text(one)
    assert tomllib.loads(text)["approval"][0]["reviser"] == reviser
    found = parse_ledger(text)
    assert found.faults == ()
    assert without_place(found.entries["needle", "pl"]) == one
    quick = quick_entry(text, NAME, 1)
    assert quick is None or quick == found.entries["needle", "pl"]


def test_entries_of_before_and_of_the_source_language_are_read_both_ways(monkeypatch) -> None:
    for one in (replace(ONE, contacts={}), SOURCE, replace(SOURCE, contacts={})):
        text = entry_text(one)
        quick = quick_entry(text, NAME, 1)
        assert quick is not None
        assert without_place(quick) == one
        with monkeypatch.context() as patch:
            patch.setattr(approvals, "quick_entry", lambda *_: None)
            assert parse_ledger(text).entries[one.leaflet, one.locale] == quick
    half = entry_text(SOURCE).replace("clinician =", 'translator = "Anna"\nclinician =')
    assert "reviser is missing" in parse_ledger(half).faults[0].message
    none = entry_text(SOURCE).replace("Dr Ewa Zych", "ChatGPT")
    assert "no person" in parse_ledger(none).faults[0].message


def test_the_plain_form_is_read_fast_and_the_same(monkeypatch) -> None:
    text = entry_text(ONE)
    quick = quick_entry(text, NAME, 1)
    assert quick is not None
    monkeypatch.setattr(approvals, "quick_entry", lambda *_: None)
    assert parse_ledger(text).entries["needle", "pl"] == quick


@pytest.mark.parametrize(
    ("old", "new", "line", "words", "hint"),
    [
        ('reviser = "Jan Lis"', 'revisor = "Jan Lis"', 6, "unknown key 'revisor'", "reviser"),
        ('reviser = "Jan Lis"\n', "", 1, "reviser is missing", "approve"),
        ('reviser = "Jan Lis"', 'reviser = "anna  NOWAK"', 6, "the same person", "second person"),
        ('reviser = "Jan Lis"', 'reviser = "Google Translate"', 6, "no person", "person"),
        ('clinician = "Dr Ewa Zych"', 'clinician = ""', 7, "clinician is not a text", "quotes"),
        ('translator = "Anna Nowak"', 'translator = "DeepL"', 5, "no person", "machine-translated"),
        ('translator = "Anna Nowak"', 'translator = "Anna\\u202eNowak"', 5, "invisible", "anew"),
        ("date = 2026-11-20", 'date = "2026-11-20"', 4, "date is not a date", "without quotes"),
        ("date = 2026-11-20", "date = 2026-11-20T10:00:00", 4, "date is not a date", "without quotes"),
        ("date = 2026-11-20", "date = 2026-31-12", 4, "not valid TOML", "key"),
        ("machine_translated = false", 'machine_translated = "no"', 8, "neither true nor false", "true"),
        ("digest = ", 'digest = "12"\n#', 10, "digest is not the mark", "approve"),
        ('leaflet = "needle"', 'leaflet = needle"', 2, "not valid TOML", "key"),
        ("texts = [", 'texts = "x"\nold = [', 12, "unknown key", "Known"),
        ("[[approval]]", "[approval]", 1, "belong to no [[approval]]", "[[approval]]"),
        ("[[approval]]", "[[aproval]]", 1, "belong to no [[approval]]", "[[approval]]"),
    ],
)
def test_a_slip_is_named_with_its_line_and_the_rest_is_read(old, new, line, words, hint) -> None:
    text = entry_text(ONE)
    assert text.count(old) == 1
    found = ledger(entry_text(OTHER), text.replace(old, new), entry_text(replace(OTHER, locale="fa")))
    assert {pair for pair, entry in found.entries.items() if isinstance(entry, Approval)} == {
        ("eyes", "ur"),
        ("eyes", "fa"),
    }
    start = entry_text(OTHER).count("\n") + 1
    (fault,) = found.faults
    assert words in fault.message
    assert hint in fault.hint
    assert (fault.location.path, fault.location.line) == (NAME, start + line)


def test_a_faulty_last_entry_does_not_let_an_older_one_count() -> None:
    found = ledger(entry_text(ONE), entry_text(ONE).replace("date = 2026-11-20", "date = yesterday"))
    assert isinstance(found.entries["needle", "pl"], Fault)


def test_the_last_entry_counts() -> None:
    found = ledger(entry_text(ONE), entry_text(replace(ONE, reviser="Ola Mak")))
    assert without_place(found.entries["needle", "pl"]).reviser == "Ola Mak"
    assert found.entries["needle", "pl"].location.line == entry_text(ONE).count("\n") + 2


def test_an_open_merge_is_told_and_its_entries_do_not_count() -> None:
    one, two = replace(ONE, locale="ar"), replace(ONE, locale="fa")
    text = f"{entry_text(OTHER)}\n<<<<<<< HEAD\n{entry_text(one)}=======\n{entry_text(two)}>>>>>>> b\n{entry_text(ONE)}"
    found = parse_ledger(text)
    assert [pair for pair, entry in found.entries.items() if isinstance(entry, Approval)] == [
        ("eyes", "ur"),
        ("needle", "pl"),
    ]
    (fault,) = found.faults
    assert fault.location.line == entry_text(OTHER).count("\n") + 2
    assert "merge" in fault.message


@settings(max_examples=150, deadline=None)
@given(
    st.data(),
    st.sampled_from(["", "\x00", '"', "[[", "]]", "[approval]", "<<<<<<< x\n", "'''", "[" * 300, "\\", "\n", "=", "{"]),
)
def test_no_damage_ends_in_a_crash_or_in_a_made_up_sign_off(data, damage) -> None:
    text = entry_text(ONE) + "\n" + entry_text(OTHER)
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 30))
    found = parse_ledger(text[:at] + damage + text[at + cut :])
    for entry in found.entries.values():
        if isinstance(entry, Approval):
            assert entry.digest == ONE.digest
            assert not people_trouble(
                entry.translator, entry.reviser, entry.clinician, machine_translated=entry.machine_translated
            )[0]


def test_adding_keeps_every_byte(tmp_path: Path) -> None:
    place = project(tmp_path)
    mine = "# our own remark\r\n\n" + entry_text(ONE).replace('"Jan Lis"', '"Jan Lis"  # on the telephone')
    write(ledger_path(tmp_path), mine.rstrip("\n"))
    assert record(place, replace(ONE, clinician="Dr Other")) == NAME
    text = ledger_path(tmp_path).read_bytes().decode()
    assert text.startswith(mine.rstrip("\n"))
    found = read_ledger(place)
    assert found.faults == ()
    assert without_place(found.entries["needle", "pl"]).clinician == "Dr Other"


def test_the_one_file_of_before_is_still_read_and_never_written(tmp_path: Path) -> None:
    place = project(tmp_path)
    old = write(place.root / EARLIER, entry_text(ONE) + "\n" + entry_text(OTHER))
    before = old.read_bytes()
    assert set(read_ledger(place).entries) == {("needle", "pl"), ("eyes", "ur")}
    record(place, replace(ONE, clinician="Dr Other"))
    found = read_ledger(place)
    assert without_place(found.entries["needle", "pl"]).clinician == "Dr Other"
    assert without_place(found.entries["eyes", "ur"]) == OTHER
    assert old.read_bytes() == before


def test_a_sign_off_in_the_file_of_another_leaflet_counts_for_nothing(tmp_path: Path) -> None:
    place = project(tmp_path)
    write(ledger_path(tmp_path), entry_text(OTHER))
    found = read_ledger(place)
    assert not found.entries
    assert "stands in the file of needle in pl" in found.faults[0].message


def test_the_first_entry_comes_with_words_for_people(tmp_path: Path) -> None:
    place = project(tmp_path)
    assert read_ledger(place) == Ledger()
    record(place, ONE)
    record(place, replace(ONE, version="2.0"))
    text = ledger_path(tmp_path).read_text(encoding="utf-8")
    assert text.startswith("# Who signed this off")
    assert tomllib.loads(text)["approval"][1]["version"] == "2.0"


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\xff\xfe", "UTF-8"), (b"<<<<<<< HEAD\n", "merge"), (entry_text(ONE).encode() + b"=======\n", "merge")],
)
def test_nothing_is_added_to_a_ledger_in_trouble(tmp_path: Path, content: bytes, words: str) -> None:
    write(ledger_path(tmp_path), content)
    with pytest.raises(UsageError, match=words):
        record(project(tmp_path), ONE)
    assert ledger_path(tmp_path).read_bytes() == content


def test_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.toml", "precious = true\n")
    place = project(tmp_path / "project")
    ledger_path(place.root).parent.mkdir(parents=True)
    ledger_path(place.root).symlink_to(outside)
    for act in (lambda: read_ledger(place), lambda: record(place, ONE)):
        with pytest.raises(UsageError, match="outside the project"):
            act()
    assert outside.read_text() == "precious = true\n"


def test_a_ledger_beyond_all_measure_is_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(approvals, "MOST_BYTES", 100)
    write(ledger_path(tmp_path), "#" * 101)
    with pytest.raises(UsageError, match="larger than"):
        read_ledger(project(tmp_path))


@pytest.mark.parametrize(
    ("people", "machine", "role"),
    [
        (("Anna Nowak", "Jan Lis", "Dr Ewa Zych"), False, ""),
        (("DeepL", "Jan Lis", "Dr Ewa Zych"), True, ""),
        (("Anna Nowak", "Jan Lis", "Jan Lis"), False, ""),
        (("Claude Dupont", "Li Bing", "Ai Sato"), False, ""),
        (("علی", "محمد‌علی", "Dr ๐"), False, ""),
        (("DeepL", "Jan Lis", "Dr Ewa Zych"), False, "translator"),
        (("Ａnna", "anna ", "Dr Ewa Zych"), False, "reviser"),
        (("Anna", "An\u200bna", "Dr Ewa Zych"), True, "reviser"),
        (("Anna", "ChatGPT", "Dr Ewa Zych"), True, "reviser"),
        (("Anna", "Jan", "Google Translate"), True, "clinician"),
        (("Anna", "Jan", "\u200b"), True, "clinician"),
        (("Anna", "", "Dr Ewa Zych"), True, "reviser"),
        (("x" * 121, "Jan", "Dr Ewa Zych"), True, "translator"),
    ],
)
def test_who_may_sign(people: tuple[str, str, str], machine: bool, role: str) -> None:
    found, message, hint = people_trouble(*people, machine_translated=machine)
    assert found == role
    assert bool(message) == bool(hint) == bool(role)


def test_places_are_told() -> None:
    assert ledger("", "", entry_text(ONE)).entries["needle", "pl"].location == Location(NAME, 3, locale="pl")
