"""``preflight``: reports for people and machines, over good, bad and hostile files."""

import json

import pikepdf
import pytest
from tests.pdf.broken_press import broken
from tests.pdf.press_samples import pressed

from polyleaf.errors import ExitCode, PolyleafError
from polyleaf.inspecting.apart import NotPreflighted
from polyleaf.inspecting.preflight import judged


def in_this_process(orders, _jobs):
    for order in orders:
        try:
            yield judged(order)
        except PolyleafError as error:
            yield NotPreflighted(error.message, error.hint)


@pytest.fixture(autouse=True)
def one_process(monkeypatch):
    """Read in this process: the other way is tested where it is made."""
    monkeypatch.setattr("polyleaf.inspecting.apart.preflights_apart", in_this_process)
    monkeypatch.setattr("polyleaf.inspecting.preflight.is_installed", lambda: False)


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    path, _ = pressed(tmp_path_factory.mktemp("clean"), "<p>Plain words.<p style='break-before: page'>And more.")
    return path.read_bytes()


@pytest.fixture
def file(clean, tmp_path):
    def file(name, rule=""):
        path = tmp_path / name
        path.write_bytes(broken(clean, rule) if rule else clean)
        return path

    return file


def test_a_good_file_may_go_to_print(polyleaf, file):
    told = polyleaf("preflight", file("good.pdf"))
    assert told.code == ExitCode.OK
    assert "2 pages, 210.0 by 297.0 mm, PDF/X-4, bound at the left" in told.out
    assert "the file may go to print (gwg-sheetfed-cmyk)" in told.out
    assert "Ghostscript is not installed" in told.out


def test_a_bad_file_is_told_with_its_places(polyleaf, file):
    told = polyleaf("preflight", file("good.pdf"), file("bad.pdf", "press/picture-too-coarse"))
    assert told.code == ExitCode.FINDINGS
    assert "page 1, " in told.out
    assert "mm from the left" in told.out
    assert "72 ppi [press/picture-too-coarse]" in told.out
    assert "not ready for print" in told.out


def test_the_same_on_many_pages_is_told_once(polyleaf, file):
    path = file("bad.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.obj.UserUnit = 2.0
        pdf.save(path)
    told = polyleaf("preflight", path)
    assert told.out.count("[press/page-scaled]") == 1
    assert "pages 1 to 2" in told.out


def test_json_has_files_places_and_rules(polyleaf, file, tmp_path):
    (tmp_path / "no.pdf").write_bytes(b"no")
    told = polyleaf("preflight", file("bad.pdf", "press/hairline"), tmp_path / "no.pdf", "--format", "json")
    assert told.code == ExitCode.FINDINGS
    bad, unreadable = json.loads(told.out)["files"]
    (found,) = bad["findings"]
    assert found["check"] == "press/hairline"
    assert found["rules"] == ["GWG 2022, R0018 and R0019"]
    assert len(found["area_mm"]) == 4
    assert unreadable["unreadable"]
    assert not unreadable["passed"]


def test_html_is_whole_and_escapes_what_the_file_says(polyleaf, file, tmp_path):
    path = file("bad.pdf", "press/picture-too-coarse")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = "<script>alert(1)</script>"
        pdf.save(path)
    told = polyleaf("preflight", path, "--format", "html", "-o", tmp_path / "report.html")
    assert told.code == ExitCode.FINDINGS
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert page.count('class="mark"') == 1
    assert "data:image/png;base64," in page
    assert "http" not in page.replace("http://www.color.org", "")


def test_reports_go_where_nothing_is_lost(polyleaf, file, tmp_path):
    one, other = file("one.pdf"), file("other.pdf")
    before = one.read_bytes()
    assert polyleaf("preflight", one, "-o", one).code == ExitCode.USAGE
    assert one.read_bytes() == before
    assert polyleaf("preflight", one, "--format", "html").code == ExitCode.USAGE
    assert polyleaf("preflight", one, other, "--format", "html", "-o", tmp_path / "x.html").code == ExitCode.USAGE
    assert polyleaf("preflight", one, other, "--format", "html", "-o", tmp_path / "reports").code == ExitCode.OK
    assert {path.name for path in (tmp_path / "reports").iterdir()} == {"one.html", "other.html"}


def test_profiles_of_the_project(polyleaf, clinic, file):
    path = file("layer.pdf", "press/layer")
    assert polyleaf("preflight", path, "--profile", "shop").code == ExitCode.USAGE
    clinic.write("toml", clinic.path("toml").read_text() + '\n[preflight.shop]\nerrors = ["press/layer"]\n')
    assert polyleaf("preflight", path, "--profile", "shop").code == ExitCode.FINDINGS
    assert polyleaf("preflight", path).code == ExitCode.OK
    clinic.write("toml", clinic.path("toml").read_text().replace("press/layer", "press/layr"))
    told = polyleaf("preflight", path, "--profile", "shop")
    assert told.code == ExitCode.USAGE
    assert "press/layer" in told.err


def test_a_file_that_is_not_there(polyleaf, tmp_path):
    told = polyleaf("preflight", tmp_path / "gone.pdf")
    assert told.code == ExitCode.FINDINGS
    assert "cannot be opened" in told.out


def test_json_keeps_the_order_given(polyleaf, file, tmp_path):
    """Files that cannot be judged too: a program that reads it goes by the place."""
    (tmp_path / "a-broken.pdf").write_bytes(b"no PDF")
    given = [file("z.pdf"), tmp_path / "a-broken.pdf", file("m.pdf", "press/hairline"), file("b.pdf")]
    told = polyleaf("preflight", *given, "--format", "json")
    files = json.loads(told.out)["files"]
    assert [one["path"] for one in files] == [str(path) for path in given]
    assert [one["passed"] for one in files] == [True, False, True, True]
    assert "unreadable" in files[1]
