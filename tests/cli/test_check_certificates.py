"""``check --format html`` and ``--format sarif``: files for people and machines."""

import json

import pytest

from polyleaf.errors import ExitCode


@pytest.fixture
def built(clinic, polyleaf):
    assert polyleaf("build", "teeth", "-l", "pl", "-j", "1").code == ExitCode.OK
    return clinic


def test_a_certificate_for_each_pdf(built, polyleaf, tmp_path):
    told = polyleaf("check", "--format", "html", "-o", tmp_path / "certificates")
    assert "1 certificate written to" in told.out
    assert "5 PDF files are not built" in told.out
    (file,) = (tmp_path / "certificates").iterdir()
    assert file.name == "teeth-pl-large.html"
    page = file.read_text(encoding="utf-8")
    assert "<h1>Readability certificate</h1>" in page
    assert "dist/teeth/pl/teeth-pl-large.pdf" in page
    assert "at least 18 pt" in page
    again = tmp_path / "one.html"
    polyleaf("check", "teeth", "-l", "pl", "--format", "html", "-o", again)
    assert again.read_text(encoding="utf-8") == page


def test_certificates_need_a_place(polyleaf):
    told = polyleaf("check", "--format", "html")
    assert told.code == ExitCode.USAGE
    assert "-o certificates" in told.err


def test_one_file_does_not_hold_two_certificates(built, polyleaf, tmp_path):
    assert polyleaf("build", "teeth", "-l", "ar", "-j", "1").code == ExitCode.OK
    told = polyleaf("check", "--format", "html", "-o", tmp_path / "one.html")
    assert told.code == ExitCode.USAGE
    assert "there are 2 PDF files" in told.err
    assert not (tmp_path / "one.html").exists()


def test_nothing_to_certify(polyleaf, tmp_path):
    assert "No PDF to certify" in polyleaf("check", "--format", "html", "-o", tmp_path / "certificates").out
    assert not (tmp_path / "certificates").exists()


def test_sarif_to_a_file(clinic, polyleaf, tmp_path):
    line = clinic.change("eyes.pl", "Nie jedz przez {fasting} przed", "Nie jedz przez 6 godzin przed")
    told = polyleaf("check", "-l", "pl", "--format", "sarif", "-o", tmp_path / "findings.sarif")
    assert told.code == ExitCode.FINDINGS
    assert told.out == ""
    (run,) = json.loads((tmp_path / "findings.sarif").read_text(encoding="utf-8"))["runs"]
    results = [result for result in run["results"] if result["level"] != "note"]
    places = [one["physicalLocation"] for result in results for one in result["locations"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {"translations/pl/LC_MESSAGES/eyes.po"}
    assert all(abs(place["region"]["startLine"] - line) <= 1 for place in places)
    assert json.loads(polyleaf("check", "-l", "pl", "--format", "sarif").out)["version"] == "2.1.0"


@pytest.mark.parametrize("style", ["text", "json", "sarif", "html"])
def test_a_slip_of_the_pen_does_not_cost_a_leaflet(clinic, polyleaf, style):
    before = clinic.files()
    told = polyleaf("check", "--format", style, "-o", clinic.path("eyes"))
    assert told.code == ExitCode.USAGE
    assert "is there already and is no result" in told.err
    assert clinic.files() == before
