"""Status as a table, as JSON and as a calendar: the same figures, and nothing breaks the form."""

import datetime
import io
import json
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from polyleaf.building.manifest import built, write_manifest
from polyleaf.catalog.progress.status import StatusRow
from polyleaf.model.approval import Approval, Standing
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.finding import Fault, Location
from polyleaf.report.ical import reviews_ical
from polyleaf.report.status import status_json, status_table
from polyleaf.translating.survey import Review, Survey

APPROVAL = Approval("eyes", "pl", "Anna", "Jan", "Ewa", False, datetime.date(2026, 1, 2), "1.0", "ab" * 32)
FAULT = Fault("not UTF-8", Location("translations/ur/LC_MESSAGES/eyes.po", 3))
ROWS = (
    StatusRow("eyes", "pl", 9, 0, 0, 0, True, "a.po", standing=Standing.APPROVED, approval=APPROVAL),
    StatusRow("eyes", "ar", 7, 1, 1, 12, True, "b.po", critical=1),
    StatusRow("eyes", "ur", 0, 0, 9, 60, True, "c.po", (FAULT,)),
    StatusRow("eyes", "bn", 0, 0, 9, 60, False, "d.po"),
    StatusRow("eyes", "fa", 9, 0, 0, 0, True, "e.po", standing=Standing.VOID, approval=APPROVAL, reasons=("it moved",)),
)


def review(days=-3, **more):
    day = datetime.date(2026, 6, 1)
    values = {"leaflet": "eyes", "code": "EYE-1", "title": "Eyes", "owner": "Eye ward", "published": day}
    return Review(**{**values, "review_by": day + datetime.timedelta(days), "days": days, **more})


SURVEY = Survey(ROWS, (review(), review(30, leaflet="teeth", owner="Tooth ward")), (), (FAULT,))


def table(survey=SURVEY, due=0, width=200, **console):
    out = io.StringIO()
    status_table(survey, due, Console(file=out, width=width, **console))
    return out.getvalue()


def test_the_table_says_what_is_to_do_in_words():
    lines = table().splitlines()
    assert lines[0].split("  ")[0] == "leaflet"
    assert [re.split(r" {2,}", line)[-1] for line in lines[1:6]] == [
        "nothing",
        "translator (1 critical)",
        "cannot be read",
        "no catalog yet: polyleaf catalog update",
        "reviser, clinician",
    ]
    text = "\n".join(lines)
    assert "eyes fa: signed off on 2026-01-02 (reviser Jan, clinician Ewa), void since:\n    it moved" in text
    assert text.count("eyes.po:3: not UTF-8") == 2
    assert "reviews overdue:\n  Eye ward\n    2026-05-29  EYE-1  eyes: 3 days overdue\n" in text
    assert "Tooth ward" not in text
    assert lines[-1] == "2 of 5 catalogs complete; 132 words to translate; 1 signed off, 1 void; 1 review overdue"
    assert "teeth: in 30 days" in table(due=90)


def test_a_terminal_gets_the_same_words():
    plain = table()
    styled = re.sub(r"\x1b\[[0-9;]*m", "", table(force_terminal=True))
    assert [line.rstrip() for line in styled.splitlines()] == plain.splitlines()


def test_a_small_terminal_gets_a_table_that_fits():
    long = "vertebroplasty-at-a-glance"
    rows = tuple(replace(row, leaflet=long, exists=True) for row in ROWS)
    lines = table(replace(SURVEY, rows=rows), width=80, force_terminal=True, no_color=True).splitlines()
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in lines]
    assert lines[0].split() == ["language", "done", "fuzzy", "missing", "words", "signed", "off", "owes"]
    assert lines[1] == long
    assert [line.split()[:5] for line in lines[2:4]] == [["pl", "9", "0", "0", "0"], ["ar", "7", "1", "1", "12"]]
    assert all(len(line) <= 80 for line in lines[:7])
    # A pipe is no terminal: there each line is whole in itself.
    assert table(replace(SURVEY, rows=rows), width=80).count(f"{long}  ") == len(rows)


def test_json_has_every_figure_of_the_table():
    told = json.loads(status_json(SURVEY, 90))
    assert [row["owes"] for row in told["catalogs"]] == [
        [],
        ["translator"],
        ["translator"],
        ["translator"],
        ["reviser", "clinician"],
    ]
    assert told["catalogs"][0]["approval"]["date"] == "2026-01-02"
    assert told["catalogs"][4]["reasons"] == ["it moved"]
    assert [(one["leaflet"], one["days"]) for one in told["reviews"]] == [("eyes", -3), ("teeth", 30)]
    assert told["faults"] == [f"{FAULT.location}: not UTF-8"]


def test_twenty_thousand_lines_are_not_laid_by_the_library():
    many = Survey(tuple(StatusRow(f"leaflet-{n}", "pl", 1, 0, 0, 0, True, "") for n in range(2_000)), (), (), ())
    start = datetime.datetime.now(tz=datetime.UTC)
    assert table(many).count("\n") == 2_002
    assert (datetime.datetime.now(tz=datetime.UTC) - start).total_seconds() < 2


WORDS = st.text(st.sampled_from('Aż,;:\\\n\r\t"آ漢😀 ') | st.characters(exclude_categories=["Cs"]), max_size=120)


@given(WORDS, WORDS, st.dates())
def test_the_calendar_keeps_its_form_whatever_the_words(title, owner, day):
    text = reviews_ical([review(title=title, owner=owner, review_by=day)])
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert all(char.isprintable() for line in lines for char in line)
    unfolded = text.replace("\r\n ", "").split("\r\n")
    names = [line.partition(":")[0].partition(";")[0] for line in unfolded if line]
    assert names == [
        "BEGIN", "VERSION", "PRODID", "CALSCALE", "BEGIN", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY",
        "DESCRIPTION", "CATEGORIES", "TRANSP", "END", "END",
    ]  # fmt: skip


def test_the_calendar_says_whose_leaflet_it_is():
    text = reviews_ical([review(title="Eyes, and how", owner="Eye ward; east")]).replace("\r\n ", "")
    assert "SUMMARY:Review leaflet EYE-1: Eyes\\, and how\r\n" in text
    assert "CATEGORIES:Eye ward\\; east\r\n" in text
    assert "UID:eyes-review@polyleaf\r\n" in text
    assert reviews_ical([]).count("\r\n") == 5


def print_of(locale, pages):
    return Artifact(f"eyes/{locale}.pdf", "eyes", "1.0", locale, "large", "accessible", pages, "", "", State.DRAFT)


def test_paper_is_counted_in_pages_and_sheets_printed_on_both_sides():
    out = io.StringIO()
    status_table(SURVEY, 0, Console(file=out, width=200), (print_of("pl", 3), print_of("ur", 6)))
    assert "On paper: 2 files, 9 pages, 5 sheets\n" in out.getvalue()
    assert "On paper" not in table()
    told = json.loads(status_json(SURVEY, 0, (print_of("pl", 3),)))["prints"]
    assert told == [
        {"path": "eyes/pl.pdf", "leaflet": "eyes", "locale": "pl", "edition": "large", "pages": 3, "sheets": 2}
    ]


def test_panels_of_a_fold_are_no_sheets():
    folded = replace(print_of("pl", 6), on_a_sheet=6)
    out = io.StringIO()
    status_table(SURVEY, 0, Console(file=out, width=200), (folded, print_of("ur", 6)))
    assert "On paper: 2 files, 12 pages, 4 sheets\n" in out.getvalue()


def test_only_what_was_asked_for_is_counted(tmp_path):
    both = (print_of("pl", 3), print_of("ur", 6))
    items = [replace(one, path=f"eyes/{one.locale}/eyes-{one.locale}-large.pdf") for one in both]
    for one in items:
        (tmp_path / one.path).parent.mkdir(parents=True)
        (tmp_path / one.path).touch()
    write_manifest(tmp_path, items)
    assert [one.pages for one in built(tmp_path)] == [3, 6]
    assert [one.pages for one in built(tmp_path, ["eyes"], ["ur"])] == [6]
    assert built(tmp_path, ["teeth"]) == built(tmp_path / "nothing") == ()
