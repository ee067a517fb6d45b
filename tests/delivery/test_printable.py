"""Orders that cannot be carried out are told with the way out, and stand on the job sheet; others are passed on."""

import datetime
import zipfile
from dataclasses import asdict, fields, replace

import pytest
from tests.delivery.conftest import TODAY, pack
from tests.delivery.test_bundle import words
from tests.delivery.test_copies import HEAD, faults, read

from polyleaf.delivery.copies import CopyRequest
from polyleaf.delivery.job_ticket import JobItem, JobTicket, read_ticket, ticket_json
from polyleaf.delivery.printable import Binding, Paper, binding_of, blanks, notices, paper_of, sheets
from polyleaf.model.print_code import spell
from polyleaf.report.package import package_lines

COATED = "Offset printing on coated paper, ISO 12647-2:2004/Amd 1, paper type 1 or 2"
UNCOATED = "Offset printing on uncoated white paper, ISO 12647-2:2004, paper type 4"


def item(pages=8, stock="", finishing="", condition=COATED, **more):
    plain = {"str": "", "int": 0, "float": 0.0}
    values = {one.name: plain[one.type] for one in fields(JobItem)} | {
        "sha256": "0" * 64, "text": "0" * 64, "code": spell(1, 2), "state": "release", "pages": pages,
        "stock": stock, "finishing": finishing, "condition": condition, **more,
    }  # fmt: skip
    return JobItem(**values)


def told(*arguments, today=TODAY, **more):
    return [notice.message for notice in notices(item(*arguments, **more), today)]


@pytest.mark.parametrize(
    ("words", "paper"),
    [
        ("100 g/m2 uncoated", Paper.UNCOATED),
        ("90 g un-coated, white", Paper.UNCOATED),
        ("150 g/m2 silk", Paper.COATED),
        ("130 g gloss art paper", Paper.COATED),
        ("135 g Bilderdruck, gestrichen", Paper.COATED),
        ("90 g ungestrichen", Paper.UNCOATED),
        ("90 g recycled offset", Paper.UNCOATED),
        ("120 g couché", Paper.COATED),
        ("120 g non couché", Paper.UNCOATED),
        ("90 g", None),
        ("whatever is there", None),
        ("coated cover, uncoated inside", None),
    ],
)
def test_papers_by_their_words(words, paper):
    assert paper_of(words) is paper


def test_stock_and_profile_must_agree():
    (message,) = told(4, "100 g/m2 uncoated")
    assert message == "the stock is uncoated (100 g/m2 uncoated), and the file is made for coated paper"
    assert told(4, "150 g silk", condition=UNCOATED)
    for stock, condition in (
        ("150 g silk", COATED),
        ("100 g uncoated", UNCOATED),
        ("100 g uncoated", "black ink alone"),
        ("100 g", COATED),
        ("100 g uncoated", "Our own press"),
    ):
        assert told(4, stock, condition=condition) == []


@pytest.mark.parametrize(
    ("words", "binding"),
    [
        ("2 staples in the fold", Binding.FOLD),
        ("saddle stitched, A4", Binding.FOLD),
        ("wire-stitched", Binding.FOLD),
        ("stapled booklet", Binding.FOLD),
        ("1 staple top left", Binding.CORNER),
        ("stapled in the corner", Binding.CORNER),
        ("tri-fold", Binding.PANELS),
        ("Z-fold", Binding.PANELS),
        ("folded once", Binding.ONCE),
        ("Rückstichheftung", Binding.FOLD),
        ("shrink-wrapped in 50s", None),
        ("", None),
    ],
)
def test_bindings_by_their_words(words, binding):
    assert binding_of(words) is binding


@pytest.mark.parametrize(
    ("pages", "finishing", "what"),
    [
        (8, "2 staples in the fold", None),
        (23, "2 staples in the fold", "23 pages cannot be stapled through the fold: it takes 24, 1 of them blank"),
        (21, "saddle stitched", "it takes 24, 3 of them blank"),
        (4, "saddle stitched", "4 pages are one sheet: there is nothing to staple"),
        (1, "2 staples", "one page cannot be stapled"),
        (52, "saddle stitched", "52 pages are many to staple"),
        (7, "1 staple top left", None),
        (2, "1 staple top left", "nothing to staple"),
        (6, "tri-fold", None),
        (8, "tri-fold", "it holds 6"),
        (8, "folded in half", "it holds 4"),
        (7, "shrink-wrapped", None),
    ],
)
def test_bindings_and_pages_must_agree(pages, finishing, what):
    found = told(pages, "", finishing)
    assert found == [] if what is None else what in found[0]


@pytest.mark.parametrize(
    ("pages", "finishing", "count", "paper"),
    [
        (23, "saddle stitched", 1, 6),
        (21, "saddle stitched", 3, 6),
        (8, "saddle stitched", 0, 2),
        (7, "", 1, 4),
        (8, "", 0, 4),
        (1, "", 0, 1),
    ],
)
def test_blank_pages_and_sheets_are_counted(pages, finishing, count, paper):
    assert blanks(pages, finishing) == count
    assert sheets(pages, finishing) == paper


def test_panels_of_a_fold_are_counted_by_the_sheet():
    assert (blanks(5, "", 6), sheets(5, "", 6)) == (1, 1)
    assert (blanks(9, "tri-fold", 6), sheets(9, "tri-fold", 6)) == (3, 2)
    assert (blanks(6, "saddle stitched", 4), sheets(6, "saddle stitched", 4)) == (2, 2)


def test_a_date_that_is_past():
    assert told(wanted="2026-05-31") == ["it is wanted by 2026-05-31, which is past"]
    assert told(wanted="2026-06-01") == []


def test_the_order_list_has_places_for_number_delivery_and_date(folder):
    text = "leaflet,locale,edition,copies,job,delivery,wanted\neyes,pl,clear,5,PO 4711,Stores 2,2026-12-24\n"
    (order,) = read(folder, text).values()
    assert order == CopyRequest(5, job="PO 4711", delivery="Stores 2", wanted="2026-12-24")
    assert order.line == 2


@pytest.mark.parametrize("words", ["24.12.2026", "2026-13-01", "20261224", "soon", "2026-12-24T00:00"])
def test_a_date_that_is_none(folder, words):
    (fault,) = faults(folder, HEAD.replace("\n", ",wanted\n") + f"eyes,pl,clear,5,{words}\n")
    assert fault == (2, f"`wanted` is {words!r}")


def test_a_ticket_from_before_is_read():
    new = JobTicket("x", "", (item(),))
    data = ticket_json(new)
    for name in ("blanks", "job", "delivery", "wanted", "unsettled"):
        before = data
        data = data.replace(f',\n   "{name}": '.encode() + (b"0" if name == "blanks" else b'""'), b"")
        assert data != before
    assert read_ticket(data, "job.json") == new
    assert asdict(replace(new.items[0], job="x"))["job"] == "x"


def test_what_is_wrong_is_told_with_its_line_and_stands_on_the_sheet(folder):
    path = folder.root / "polyleaf.toml"
    path.write_text(path.read_text().replace("[contacts.ward]", '[print]\nfinishing = "2 staples"\n[contacts.ward]'))
    orders = folder.write(
        "orders.csv",
        "leaflet,locale,edition,copies,stock,finishing,job,delivery,wanted\n"
        "eyes,en_GB,clear,500,100 g uncoated,,PO 4711,Stores 2,2026-12-24\n"
        "eyes,pl,clear,20,,flat,PO 4711,Ward 9,2026-05-01\n",
    )
    report, target = pack(folder, orders=orders)
    english, polish = report.ticket.items
    lines = "\n".join(package_lines(report, str(target)))
    assert f"warning: {orders}:2: eyes en_GB clear: the stock is uncoated (100 g uncoated)" in lines
    assert f"warning: {orders}:3: eyes pl clear: it is wanted by 2026-05-01, which is past" in lines
    assert "warning: polyleaf.toml: [print]: eyes en_GB clear: " in lines
    assert "made for coated paper" in english.unsettled
    assert polish.blanks == (polish.pages % 2 if polish.pages > 1 else 0)
    with zipfile.ZipFile(target) as file:
        file.extract("job-sheet.pdf", folder.root)
    (page,) = words(folder.root / "job-sheet.pdf")
    for word in (
        "PO 4711",
        "Stores 2; Ward 9",
        "Deliver to: Ward 9",
        "Wanted by: 2026-12-24",
        "ASK",
        "made for coated",
    ):
        assert word in page
    assert "Job number: PO 4711" not in page  # all have the same: it stands at the head
    assert datetime.date.fromisoformat(english.wanted) > TODAY


def test_the_places_are_there_to_be_filled_in_by_hand(made, tmp_path):
    with zipfile.ZipFile(made[2]) as file:
        file.extract("job-sheet.pdf", tmp_path)
    (page,) = words(tmp_path / "job-sheet.pdf")
    for word in ("Job number", "Deliver to", "Wanted by"):
        assert word in page
