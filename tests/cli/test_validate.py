"""``polyleaf validate`` as a person calls it."""

import json

import pytest
from tests.inspecting.test_validate import NOT_THERE, Oracle

from polyleaf.errors import ExitCode
from polyleaf.inspecting import validate as validate_module
from polyleaf.model.validation import Conformance, Violation
from polyleaf.pdf.validators.validator import Absent

BROKEN = Oracle((Violation("7.2-11", "Table has [one] THead", 2),), name="veraPDF", profiles=frozenset(Conformance))
FINE = Oracle(name="veraPDF", profiles=frozenset(Conformance))
GONE = Absent("page-validation", "it is not installed", "pip install 'polyleaf[validate]'")


@pytest.fixture
def there(monkeypatch):
    def there(quick, vera):
        monkeypatch.setattr(validate_module, "find_page_validation", lambda: quick)
        monkeypatch.setattr(validate_module, "find_verapdf", lambda: vera)

    return there


@pytest.fixture
def files(clinic):
    for name in ("eyes/pl/eyes-pl-large.pdf", "teeth/ar/teeth-ar-large.pdf"):
        clinic.write(f"dist/{name}", b"%PDF")


@pytest.mark.usefixtures("files")
class TestTold:
    def test_all_pass(self, polyleaf, there):
        there(Oracle(), FINE)
        told = polyleaf("validate")
        assert told.code == ExitCode.OK
        assert "holding 2 files against PDF/UA-1" in told.out
        assert "oracle 1, PDF/UA-1: 4 pass" in told.out

    def test_a_table_of_broken_rules(self, polyleaf, there):
        there(GONE, BROKEN)
        told = polyleaf("validate")
        assert told.code == ExitCode.FINDINGS
        assert "absent    page-validation: it is not installed -> pip install 'polyleaf[validate]'" in told.out
        (row,) = [line for line in told.out.splitlines() if line.startswith("7.2-11")]
        assert row.split()[1:3] == ["2", "4"]  # files and places
        assert "Table has [one] THead" in row
        assert "oracle 1, PDF/UA-1: 2 fail" in told.out

    def test_no_verdict_is_no_pass(self, polyleaf, there):
        there(GONE, Oracle(trouble="it cannot be read"))
        told = polyleaf("validate")
        assert told.code == ExitCode.FINDINGS
        assert told.out.count("not judged ") >= 2
        assert "it cannot be read" in told.out

    def test_a_validator_that_does_not_know_the_profile_is_said(self, polyleaf, there):
        there(Oracle(), FINE)
        told = polyleaf("validate", "--profile", "ua-2")
        assert told.code == ExitCode.OK
        assert "not used  oracle 1: it knows PDF/UA-1 only" in told.out

    def test_the_standard_of_the_project(self, polyleaf, there, clinic):
        there(Oracle(), FINE)
        clinic.write("toml", 'accessible = "pdf/ua-2"\n' + clinic.path("toml").read_text())
        assert "against PDF/UA-2" in polyleaf("validate").out
        assert "against PDF/UA-1" in polyleaf("validate", "--profile", "ua-1").out

    def test_for_machines(self, polyleaf, there):
        there(GONE, BROKEN)
        told = polyleaf("validate", "--format", "json")
        assert told.code == ExitCode.FINDINGS
        said = json.loads(told.out)
        assert said["profile"] == "pdf/ua-1"
        assert [one["state"] for one in said["validators"]] == ["used", "absent"]
        assert [one["passed"] for one in said["files"]] == [False, False]
        assert said["files"][0]["verdicts"][0]["violations"] == [
            {"rule": "7.2-11", "message": "Table has [one] THead", "count": 2}
        ]


def test_a_file_of_anywhere_needs_no_project(polyleaf, there, tmp_path, monkeypatch):
    there(GONE, FINE)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b [1].pdf").write_bytes(b"%PDF")
    assert polyleaf("validate", "b [1].pdf", inside=False).code == ExitCode.OK
    assert polyleaf("validate", inside=False).code == ExitCode.USAGE
    assert polyleaf("validate", "none.pdf", inside=False).code == ExitCode.USAGE


def test_json_keeps_the_order_given(polyleaf, there, tmp_path, monkeypatch):
    there(GONE, FINE)
    monkeypatch.chdir(tmp_path)
    names = ["z.pdf", "a.pdf", "m.pdf"]
    for name in names:
        (tmp_path / name).write_bytes(b"%PDF")
    told = polyleaf("validate", "--format", "json", *names, inside=False)
    assert [one["path"] for one in json.loads(told.out)["files"]] == names


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        ((), ExitCode.USAGE, "polyleaf build"),
        (("--with", "verapdf", "polyleaf.toml"), ExitCode.ENVIRONMENT, "apt-get install default-jre-headless"),
        (("--profile", "ua-3"), ExitCode.USAGE, "ua-3"),
        (("--with", "acrobat"), ExitCode.USAGE, "acrobat"),
    ],
)
def test_what_cannot_be_done(polyleaf, there, clinic, monkeypatch, options, code, words):
    there(GONE, NOT_THERE)
    monkeypatch.chdir(clinic.root)
    told = polyleaf("validate", *options)
    assert told.code == code
    assert words in told.err
