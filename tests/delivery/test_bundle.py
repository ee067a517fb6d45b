"""The bundle: complete, true, the same every time, and refused rather than wrong."""

import hashlib
import json
import re
import zipfile
from datetime import date

import pikepdf
import pytest
from tests.delivery.conftest import TODAY, pack
from tests.projects.two_leaflets import Folder

from polyleaf.building.prints_file import read_prints
from polyleaf.delivery.file_check import verify_file
from polyleaf.delivery.job_ticket import read_ticket
from polyleaf.errors import UsageError
from polyleaf.inspecting.currency import Currency
from polyleaf.inspecting.verify import Verifier
from polyleaf.model.print_code import read_code
from polyleaf.pdf.press.facts import read_press
from polyleaf.pdf.reader import read_pdf
from polyleaf.workspace import Workspace


def content(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def words(path):
    return [" ".join(run.text for run in page.runs) for page in read_pdf(path, path.name).pages]


@pytest.fixture(scope="module")
def unpacked(made, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(made[2]) as file:
        file.extractall(folder)
    return folder


def test_it_holds_what_is_ordered_and_every_hash_is_right(made):
    _, report, path = made
    files = content(path)
    ticket = json.loads(files["job.json"])
    assert [item["locale"] for item in ticket["items"]] == ["en_GB", "pl"]
    listed = {item["file"]: item["sha256"] for item in ticket["items"]} | ticket["documents"]
    assert set(files) == {*listed, "job.json"}
    assert {"job-sheet.pdf", "labels.pdf", "contact-sheet.pdf"} <= set(listed)
    assert {item["preflight"] for item in ticket["items"]} <= set(listed)
    for name, digest in listed.items():
        assert hashlib.sha256(files[name]).hexdigest() == digest
    assert report.ticket == read_ticket(files["job.json"], "job.json")


def test_the_ticket_says_what_a_print_shop_asks(made):
    _, report, _ = made
    polish = report.ticket.items[1]
    assert (polish.language, polish.native, polish.direction, polish.binding) == ("Polish", "Polski", "ltr", "left")
    assert (polish.width, polish.height, polish.bleed) == (210.0, 297.0, 3.0)
    assert (polish.stock, polish.finishing, polish.copies, polish.state) == ("90 g uncoated", "2 staples", 150, "draft")
    assert polish.colours == ("4/4" if polish.pages > 1 else "4/0")
    assert read_code(polish.code) == polish.code
    assert report.ticket.proof_contact == "Ana Example"
    assert report.ticket.items[0].state == "release"


def test_the_pages_and_trim_are_those_of_the_files(made, unpacked):
    for item in made[1].ticket.items:
        with pikepdf.open(unpacked / item.file) as pdf:
            assert len(pdf.pages) == item.pages
            left, bottom, right, top = (float(side) for side in pdf.pages[0].obj.TrimBox)
            assert right - left == pytest.approx(item.width / 25.4 * 72, abs=0.03)
            assert top - bottom == pytest.approx(item.height / 25.4 * 72, abs=0.03)
            assert str(pdf.docinfo["/Keywords"]) == item.code
            with pdf.open_metadata() as metadata:
                assert metadata["pdf:Keywords"] == item.code


def test_the_square_code_is_black_ink_alone(made, unpacked):
    for item in made[1].ticket.items:
        paths = read_press(unpacked / item.file, item.file).pages[-1].paths
        sizes = [(path.fill, path.box[2] - path.box[0], path.box[3] - path.box[1]) for path in paths if path.fill]
        square = [fill for fill, wide, high in sizes if 20 < wide / 72 * 25.4 < 32 and abs(wide - high) < 6]
        assert square
        assert all((fill.space, fill.values) == ("DeviceCMYK", (0.0, 0.0, 0.0, 1.0)) for fill in square)


def test_the_job_sheet_is_one_page_and_complete(made, unpacked):
    (page,) = words(unpacked / "job-sheet.pdf")
    for item in made[1].ticket.items:
        for word in (item.code, item.sha256, item.file, item.language, item.version, item.review_by, item.edition):
            assert re.sub(r"\s", "", word) in re.sub(r"\s", "", page)
        assert str(item.copies) in page
    for word in ("Ana Example", "90 g uncoated", "2 staples", "210 × 297 mm", "bleed 3 mm", "Polski", "DRAFT", "4/"):
        assert word in page


def test_one_label_for_each_box(made, unpacked):
    pages = words(unpacked / "labels.pdf")
    items = made[1].ticket.items
    assert len(pages) == len(items)
    for page, item in zip(pages, items, strict=True):
        for word in (item.code, item.language, item.native, item.edition, f"{item.copies} copies"):
            assert word in page
        assert ("DRAFT" in page) == (item.state == "draft")


def test_the_contact_sheet_shows_every_first_page(made, unpacked):
    with pikepdf.open(unpacked / "contact-sheet.pdf") as pdf:
        assert sum(len(page.get_images()) for page in pdf.pages) == len(made[1].ticket.items)


def test_the_same_input_gives_the_same_bytes(made):
    folder, _, path = made
    _, again = pack(folder, "again.zip", orders=folder.root / "orders.csv")
    assert again.read_bytes() == path.read_bytes()


def test_prints_are_recorded_and_the_second_time_adds_nothing(made):
    folder, report, _ = made
    ledger = read_prints(folder.read())
    assert {item.code for item in report.ticket.items} == set(ledger.codes)
    assert all(item.sha256 in ledger.of_code(item.code).sha256 for item in report.ticket.items)


def test_verify_knows_each_file_renamed_or_not(made, unpacked, tmp_path):
    folder, report, path = made
    verifier = Verifier(Workspace(folder.read(), TODAY), folder.out)
    found = {"release": Currency.CURRENT, "draft": Currency.UNAPPROVED}
    expected = [found[item.state] for item in report.ticket.items]
    assert [answer.currency for answer in verify_file(verifier, path)] == expected
    assert set(expected) == set(found.values())
    for item in report.ticket.items:
        renamed = tmp_path / "leaflet.pdf"
        renamed.write_bytes((unpacked / item.file).read_bytes())
        for file in (unpacked / item.file, renamed):
            (answer,) = verify_file(verifier, file)
            assert answer.currency is found[item.state]
            assert answer.code == item.code


@pytest.fixture
def changed(made, unpacked, tmp_path):
    """A press file with a box drawn over its words; it still says that it is ours."""
    target = tmp_path / "press" / (unpacked / made[1].ticket.items[1].file).name
    target.parent.mkdir()
    with pikepdf.open(unpacked / made[1].ticket.items[1].file) as pdf:
        pdf.pages[0].contents_add(b"0 0 0 1 k 100 100 90 90 re f")
        pdf.save(target)
    return target


def test_a_changed_file_is_refused(made, changed):
    verifier = Verifier(Workspace(made[0].read(), TODAY), made[0].out)
    (answer,) = verify_file(verifier, changed)
    assert answer.currency is Currency.ALTERED
    assert answer.code == made[1].ticket.items[1].code


def test_a_changed_file_with_a_forged_ticket_is_refused(made, changed):
    ticket = json.loads(content(made[2])["job.json"])
    ticket["items"][1]["sha256"] = hashlib.sha256(changed.read_bytes()).hexdigest()
    (changed.parent.parent / "job.json").write_text(json.dumps(ticket))
    verifier = Verifier(Workspace(made[0].read(), TODAY), made[0].out)
    (answer,) = verify_file(verifier, changed)
    assert answer.currency is Currency.ALTERED


@pytest.mark.parametrize("change", ["altered", "missing", "added", "forged"])
def test_a_bundle_that_was_tampered_with(made, changed, tmp_path, change):
    files = content(made[2])
    item = made[1].ticket.items[1]
    if change in ("altered", "forged"):
        files[item.file] = changed.read_bytes()
    if change == "forged":
        digest = hashlib.sha256(files[item.file]).hexdigest()
        files["job.json"] = files["job.json"].replace(item.sha256.encode(), digest.encode())
    if change == "missing":
        del files[item.file]
    if change == "added":
        files["press/more.pdf"] = b"%PDF"
    path = tmp_path / "tampered.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, data in files.items():
            file.writestr(name, data)
    answers = verify_file(Verifier(Workspace(made[0].read(), TODAY), made[0].out), path)
    assert Currency.ALTERED in {answer.currency for answer in answers}


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n%%EOF"])
def test_a_file_that_is_none_is_unknown(made, tmp_path, data):
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    (answer,) = verify_file(Verifier(Workspace(made[0].read(), TODAY), made[0].out), path)
    assert answer.currency is Currency.UNKNOWN
    assert answer.hint


def test_a_file_without_any_record_is_not_confirmed(made, unpacked, tmp_path):
    other = Folder(tmp_path / "project")
    (other.root / "polyleaf.toml").write_text((made[0].root / "polyleaf.toml").read_text())
    path = tmp_path / "x.pdf"
    path.write_bytes((unpacked / made[1].ticket.items[1].file).read_bytes())
    (answer,) = verify_file(Verifier(Workspace(other.read(), TODAY), other.out), path)
    assert answer.currency is Currency.UNCONFIRMED
    assert not answer.is_current


def test_drafts_are_refused_unless_they_are_asked_for(folder):
    report, path = pack(folder, allow_drafts=False)
    assert [(failed.leaflet, failed.locale) for failed in report.refused] == [("eyes", "pl")]
    assert report.exit_code == 1
    assert "--allow-drafts" in report.refused[0].hint
    assert not path.exists()
    assert not (folder.root / "translations/prints.toml").exists()


def test_a_press_error_stops_the_bundle(folder):
    css = folder.write("templates/css/project.css", "p { color: #ff0000; font-size: 5pt }")
    report, path = pack(folder, locales=("en_GB",))
    assert report.refused
    assert not path.exists()
    css.unlink()


def test_the_preflight_reports_name_the_file_in_the_bundle_and_no_place_of_this_machine(made):
    folder, report, path = made
    files = content(path)
    for item in report.ticket.items:
        (told,) = json.loads(files[item.preflight])["files"]
        assert (told["path"], told["passed"], told["profile"]) == (item.file, True, "gwg-sheetfed-cmyk")
        assert b"<html" in files[item.preflight.replace(".json", ".html")]
    assert not [name for name, data in files.items() if str(folder.root.parent).encode() in data]


def test_a_print_shop_that_asks_for_more_stops_the_bundle(folder):
    path = folder.root / "polyleaf.toml"
    own = '[print]\npreflight = "ours"\n[preflight.ours]\nbleed = "5mm"\n'
    path.write_text(path.read_text() + own)
    report, target = pack(folder, locales=("en_GB",))
    assert "bleed" in report.refused[0].reason
    assert report.exit_code == 1
    assert not target.exists()


def test_a_preflight_profile_that_is_none_stops_before_anything_is_built(folder):
    path = folder.root / "polyleaf.toml"
    path.write_text(path.read_text() + '[print]\npreflight = "gwg-sheetfed"\n')
    with pytest.raises(UsageError, match="no preflight profile"):
        pack(folder)
    assert not folder.out.exists()


def test_since_packs_what_has_changed_and_tells_the_boxes(folder):
    first, old = pack(folder, "old.zip")
    same, path = pack(folder, "same.zip", since=old)
    assert same.ticket is None
    assert not path.exists()
    assert [box.keep for box in same.boxes] == [True, True]
    catalog = folder.root / "translations/pl/LC_MESSAGES/eyes.po"
    catalog.write_text(catalog.read_text().replace("Zabierz", "Weź"))
    delta, path = pack(folder, "delta.zip", since=old)
    assert [item.locale for item in delta.ticket.items] == ["pl"]
    assert [(box.item.locale, box.keep) for box in delta.boxes] == [("en_GB", True), ("pl", False)]
    assert delta.boxes[1].present == delta.ticket.items[0].code != first.ticket.items[1].code
    assert [item.locale for item in delta.ticket.still_current] == ["en_GB"]
    (stock,) = words_of(path, "old-stock.pdf")
    english = first.ticket.items[0].code
    assert stock.index("Keep these boxes") < stock.index(english) < stock.index("Discard these boxes")
    third, _ = pack(folder, "third.zip", since=path)
    assert third.ticket is None
    assert len(third.boxes) == 2


def words_of(path, name):
    target = path.with_suffix(".paper.pdf")
    target.write_bytes(content(path)[name])
    return words(target)


def test_what_is_ordered_is_packed_even_if_the_old_stock_is_current(made):
    folder, _, old = made
    orders = folder.write("more.csv", "leaflet,locale,edition,copies\neyes,en_GB,clear,5\n")
    report, _ = pack(folder, "more.zip", since=old, orders=orders)
    assert [item.locale for item in report.ticket.items] == ["en_GB"]
    assert [item.locale for item in report.ticket.still_current] == ["pl"]


def test_an_old_bundle_that_is_none_stops_before_anything_is_built(folder):
    bad = folder.write("old.zip", "no zip")
    with pytest.raises(UsageError, match="no zip file"):
        pack(folder, since=bad)
    assert not folder.out.exists()


def test_a_right_to_left_language_is_bound_on_the_right_and_black_ink_is_one_colour(folder):
    path = folder.root / "polyleaf.toml"
    path.write_text(path.read_text().replace('["pl"]', '["ar"]') + '[press]\ncolour = "black"\n')
    report, _ = pack(folder, locales=("ar",))
    (item,) = report.ticket.items
    assert (item.binding, item.direction, item.native) == ("right", "rtl", "العربية")
    assert item.colours == ("1/1" if item.pages > 1 else "1/0")


def test_text_of_the_project_is_text_on_the_papers(folder):
    path = folder.root / "polyleaf.toml"
    nasty = "<b>{{ 7*7 }}</b>"
    path.write_text(path.read_text() + f"[print]\nproof_contact = '{nasty}'\n")
    report, path = pack(folder, locales=("en_GB",))
    assert report.ticket.proof_contact == nasty
    assert nasty in words_of(path, "job-sheet.pdf")[0]


def test_a_review_that_is_overdue_stops_it(folder):
    leaflet = folder.root / "leaflets/eyes/leaflet.md"
    leaflet.write_text(leaflet.read_text().replace("review_by: 2028-01-01", "review_by: 2026-02-01"))
    report, path = pack(folder, locales=("en_GB",), allow_drafts=False)
    assert date(2026, 2, 1) < TODAY
    assert report.refused
    assert not path.exists()
