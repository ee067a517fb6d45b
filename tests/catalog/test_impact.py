"""What an edit means: stale texts, words to pay for, a job sheet that an agency can work from."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.catalog_samples import FACTS, HEADER, leaflet, messages, paragraphs, po_text, project, text, write

from polyleaf.catalog.po.merge import merge
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.po.reader import read_catalog
from polyleaf.catalog.po.writer import catalog_text
from polyleaf.catalog.progress.impact import EditKind, impacts, source_change
from polyleaf.catalog.progress.job_sheet import job_sheet_text, job_sheet_xlsx
from polyleaf.catalog.progress.word_diff import Part, marked, word_diff, words_in
from polyleaf.catalog.signoff.ledger import Ledger
from polyleaf.catalog.signoff.verdict import SignOff
from polyleaf.model.boxes import BOXES
from polyleaf.model.facts import Risk
from polyleaf.model.leaflet import Box

SENTENCES = st.lists(
    st.sampled_from(["stop", "5", "days", "{fasting_food}", "before.", "não", "don't", "，"]), max_size=12
)


@given(SENTENCES.map(" ".join), SENTENCES.map(" ".join))
def test_a_difference_holds_both_texts(before: str, now: str) -> None:
    pieces = word_diff(before, now)
    assert "".join(piece.text for piece in pieces if piece.part is not Part.IN) == before
    assert "".join(piece.text for piece in pieces if piece.part is not Part.OUT) == now
    assert words_in(pieces) <= len(now.split())
    if before == now:
        assert all(piece.part is Part.SAME for piece in pieces)


@given(st.text(max_size=50), st.text(max_size=50))
def test_any_two_texts_can_be_compared(before: str, now: str) -> None:
    assert "".join(piece.text for piece in word_diff(before, now) if piece.part is not Part.OUT) == now


def test_a_placeholder_is_one_word() -> None:
    assert marked(word_diff("Stop 5 days before.", "Stop {stop} before.")) == "Stop [-5 days-]{+{stop}+} before."
    assert marked(word_diff("Do not stop.", "Do stop.")) in ("Do [-not -]stop.", "Do[- not-] stop.")


def test_a_huge_text_is_told_whole() -> None:
    long = "word " * 4_000
    assert [piece.part for piece in word_diff(long, long + "x")] == [Part.OUT, Part.IN]


OLD = ("Take one tablet a day.", "Do not eat.", "Walk.", "An old remark that nobody needs any more.")
NEW = ("Take two tablets a day.", "Do not eat.", "Walk.", "Somebody collects you at the door afterwards.")


def now() -> object:
    take, eat, walk, door = paragraphs(*NEW)
    return leaflet(Box(BOXES["important"], None, (take,)), eat, walk, door)


def found(root: Path, one=None):
    one = one or now()
    place = project(root, one, targets=("pl", "ar"))
    return list(impacts(place, one, ("pl", "ar"), SignOff(place, Ledger(), ())))


@pytest.mark.parametrize("updated", [False, True])
def test_the_same_is_told_before_and_after_an_update(tmp_path: Path, updated: bool) -> None:
    path = catalog_path(tmp_path, "pl", "needle")
    fuzzy = '\n#, fuzzy\nmsgid "Walk."\nmsgstr "Idź."\n'
    write(path, po_text((msgid, f"PL {msgid}") for msgid in OLD if msgid != "Walk.") + fuzzy)
    if updated:
        title = messages("A needle in your back", "What to expect")
        titles = tuple(
            type(one)(one.msgid, context, one.locations)
            for one, context in zip(title, ("title", "summary"), strict=True)
        )
        merged, _ = merge(read_catalog(path, "pl", "x"), (*titles, *messages(*NEW)))
        write(path, catalog_text(merged))
    polish, arabic = found(tmp_path)
    told = [(edit.kind, edit.now, edit.before, edit.critical) for edit in polish.edits if edit.context == ""]
    assert told == [
        (EditKind.CHANGED, NEW[0], OLD[0], True),
        (EditKind.CHECK, "Walk.", "", False),
        (EditKind.NEW, NEW[3], "", False),
    ]
    (changed, *_) = [edit for edit in polish.edits if edit.kind is EditKind.CHANGED]
    assert (changed.words, changed.words_new, changed.translation) == (5, 2, f"PL {OLD[0]}")
    assert polish.words == sum(edit.words for edit in polish.edits)
    assert polish.count(EditKind.NEW) == 3  # with title and summary
    assert arabic.count(EditKind.NEW) == 6
    if not updated:
        assert polish.gone == (OLD[3],)


def test_a_broken_catalog_is_told(tmp_path: Path) -> None:
    write(catalog_path(tmp_path, "pl", "needle"), HEADER + "<<<<<<< HEAD\n")
    polish, _ = found(tmp_path)
    assert polish.faults
    assert polish.count(EditKind.NEW) == len(polish.edits) == 6


def test_two_copies_of_a_leaflet_are_compared(tmp_path: Path) -> None:
    before = leaflet(*paragraphs(*OLD, "Nerve: {nerve_leak}."))
    after = leaflet(*paragraphs(*NEW, "Nerve: {nerve_leak}."), facts={**FACTS, "nerve_leak": Risk(2, 1000)})
    sides = [SignOff(project(tmp_path, one), Ledger(), ()) for one in (after, before)]
    change = source_change(before, after, *sides)
    assert change.before == {("", NEW[0]): OLD[0]}
    assert change.new == (("", NEW[3]),)
    assert change.gone == (OLD[3],)
    assert [(fact.what, fact.before, fact.now) for fact in change.facts] == [("nerve_leak", "1 in 1000", "2 in 1000")]


def test_the_job_sheet_as_text(tmp_path: Path) -> None:
    write(catalog_path(tmp_path, "pl", "needle"), po_text([(OLD[0], "Bierz jedną tabletkę.")]))
    sheet = job_sheet_text("Example Hospital", found(tmp_path))
    assert sheet.startswith("Example Hospital: texts to translate\n")
    assert "Take [-one-]{+two+} [-tablet-]{+tablets+} a day." in sheet
    assert "changed, CRITICAL: Paragraph in an important box (5 words)" in sheet
    assert "translation so far: Bierz jedną tabletkę." in sheet
    assert "Arabic (ar): " in sheet


def test_the_job_sheet_as_a_spreadsheet_holds_no_formula(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    hostile = ['=HYPERLINK("http://evil.example")', "+1+1", "-2", "@SUM(A1)", "a\x0bb"]
    one = leaflet(
        *(
            type(block)(text(words, line))
            for line, (block, words) in enumerate(zip(paragraphs(*hostile), hostile, strict=True))
        )
    )
    data = job_sheet_xlsx("=cmd", found(tmp_path, one))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Totals", "pl", "ar"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {'=HYPERLINK("http://evil.example")', "+1+1", "-2", "=cmd: texts to translate"} <= {
        cell.value for cell in cells
    }
    assert all(cell.quotePrefix for cell in cells)
    assert book["ar"].cell(2, 9).alignment.readingOrder == 2
