"""Validation in a build and beside it: who judges, what is judged, and what a verdict costs."""

import datetime
import json
from dataclasses import dataclass

import pikepdf
import pytest
from tests.projects.signing import sign_source

from polyleaf.building import printed as printed_module
from polyleaf.building.build import build
from polyleaf.building.freshness import Inputs
from polyleaf.building.item import Item
from polyleaf.building.manifest import read_manifest
from polyleaf.building.plan import BuildRequest
from polyleaf.errors import MachineError, UsageError
from polyleaf.inspecting import validate as validate_module
from polyleaf.inspecting.check import judge
from polyleaf.inspecting.doctor import probes
from polyleaf.inspecting.validate import bench, built_files, validate
from polyleaf.manuscript.faults import ContentError
from polyleaf.model.artifact import State
from polyleaf.model.validation import Conformance, Validation, Violation
from polyleaf.pdf.validators.page_validation import PageValidation
from polyleaf.pdf.validators.validator import Absent
from polyleaf.workspace import Workspace

TODAY = datetime.date(2026, 6, 1)

NOT_THERE = Absent("veraPDF", "no Java runtime is installed", "apt-get install default-jre-headless", ("jre",))


@dataclass(frozen=True)
class Oracle:
    """A validator that says what it was told to say."""

    violations: tuple = ()
    trouble: str = ""
    name: str = "oracle"
    version: str = "1"
    profiles: frozenset = frozenset({Conformance.UA1})

    def validate(self, paths, profile):
        for _ in paths:
            fine = not self.violations and not self.trouble
            yield Validation("oracle 1", profile, fine, self.violations, self.trouble)


class Silent:
    def __getattr__(self, name):
        return lambda *_: None


@pytest.fixture
def oracle(monkeypatch):
    def oracle(tool):
        monkeypatch.setattr(printed_module, "find_page_validation", lambda: tool)

    return oracle


def built(folder, **request):
    return build(
        Workspace(folder.read(), TODAY),
        BuildRequest(folder.out, ("eyes",), ("en_GB",), ("clear",), jobs=1, **request),
        Silent(),
    )


class TestABuild:
    def test_the_verdict_stands_in_the_manifest(self, folder, oracle):
        oracle(Oracle())
        (artifact,) = built(folder).built
        assert artifact.validated == "oracle 1 pdf/ua-1: pass"
        assert read_manifest(folder.out)[0][artifact.path] == artifact

    def test_a_file_that_breaks_a_rule_is_not_put_in_its_place(self, folder, oracle):
        oracle(Oracle())
        sign_source(folder.read(), "eyes")
        built(folder, release=True)
        before = (folder.out / "eyes/en_GB/eyes-en_GB-clear.pdf").read_bytes()
        oracle(Oracle((Violation("7.2-11", "one THead", 2), Violation("7.1-3", "tag all"))))
        report = built(folder, force=True, release=True)
        (failed,) = report.failed
        assert "The file is not PDF/UA-1: one THead, in 2 places (7.2-11, oracle 1)" in failed.reason
        assert [one.check for one in report.findings].count("pdf/not-pdf-ua") == 2
        assert (folder.out / "eyes/en_GB/eyes-en_GB-clear.pdf").read_bytes() == before

    def test_a_validator_that_gives_up_is_told_and_stops_nothing(self, folder, oracle):
        oracle(Oracle(trouble="it nests too deeply"))
        report = built(folder)
        (artifact,) = report.built
        assert artifact.validated == "oracle 1 pdf/ua-1: not judged"
        assert [one.check for one in report.findings if "validat" in one.check or "judged" in one.check] == [
            "pdf/not-judged"
        ]

    def test_without_a_validator_nothing_is_claimed(self, folder, oracle):
        oracle(NOT_THERE)
        (artifact,) = built(folder).built
        assert artifact.validated == ""

    def test_the_standard_of_the_project_is_kept(self, folder, oracle):
        config = folder.root / "polyleaf.toml"
        config.write_text('accessible = "pdf/ua-2"\n' + config.read_text())
        oracle(Oracle())  # knows PDF/UA-1 alone, and is not asked
        (artifact,) = built(folder).built
        assert artifact.validated == ""
        with pikepdf.open(folder.out / artifact.path) as pdf:
            assert pdf.pdf_version == "2.0"
            assert (
                b"<pdfuaid:part>2<" in pdf.Root.Metadata.read_bytes() or b'part="2"' in pdf.Root.Metadata.read_bytes()
            )

    @pytest.mark.parametrize(("first", "judged"), [(NOT_THERE, True), (Oracle(), False)])
    def test_check_judges_what_has_not_passed(self, folder, oracle, first, judged):
        oracle(first)
        built(folder)
        oracle(Oracle((Violation("7.2-11", "one THead"),)))
        assert ("pdf/not-pdf-ua" in {one.check for one in judge(Workspace(folder.read(), TODAY)).findings}) == judged


class TestFreshness:
    def digest(self, folder):
        return Inputs(Workspace(folder.read(), TODAY)).digest(Item("eyes", "pl", "clear"), State.DRAFT)

    def test_another_standard_makes_another_file(self, folder):
        before = self.digest(folder)
        config = folder.root / "polyleaf.toml"
        text = config.read_text()
        config.write_text('accessible = "pdf/ua-2"\n' + text)
        assert self.digest(folder) != before
        config.write_text('accessible = "pdf/ua-1"\n' + text)
        assert self.digest(folder) == before

    def test_another_validator_judges_anew(self, folder, monkeypatch):
        before = self.digest(folder)
        monkeypatch.setattr("polyleaf.building.digests._JUDGES", ("no-such-distribution",))
        assert self.digest(folder) != before


def test_a_manifest_from_before_is_read(folder, oracle):
    oracle(Oracle())
    (artifact,) = built(folder).built
    path = folder.out / "manifest.json"
    content = json.loads(path.read_text())
    for entry in content["artifacts"]:
        del entry["validated"]
    path.write_text(json.dumps(content))
    found, trouble = read_manifest(folder.out)
    assert trouble == ""
    assert found[artifact.path].validated == ""


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ('accessible = "pdf/ua-3"\n', "", 1, "'pdf/ua-1' or 'pdf/ua-2'"),
        ("accessible = 2\n", "", 1, "'pdf/ua-1' or 'pdf/ua-2'"),
        ("", '[checks]\naccessible = "pdf/ua-2"\n', None, "before the first [table]"),
    ],
)
def test_a_wrong_standard_is_named_with_its_line(folder, before, after, line, words):
    config = folder.root / "polyleaf.toml"
    config.write_text(before + config.read_text() + after)
    with pytest.raises(ContentError) as caught:
        folder.read()
    (fault,) = caught.value.faults
    assert words in fault.hint
    assert fault.location.line == (line or len(config.read_text().splitlines()))


class TestTheBench:
    @pytest.fixture
    def there(self, monkeypatch):
        def there(quick, vera):
            monkeypatch.setattr(validate_module, "find_page_validation", lambda: quick)
            monkeypatch.setattr(validate_module, "find_verapdf", lambda: vera)

        return there

    def test_all_that_know_the_profile_are_used(self, there):
        vera = Oracle(name="veraPDF", profiles=frozenset(Conformance))
        there(Oracle(), vera)
        assert bench(Conformance.UA1).used == (Oracle(), vera)
        assert (bench(Conformance.UA2).used, bench(Conformance.UA2).idle) == ((vera,), (Oracle(),))

    def test_one_is_enough_unless_the_other_is_wanted(self, there):
        there(Oracle(), NOT_THERE)
        assert (bench(Conformance.UA1).used, bench(Conformance.UA1).absent) == ((Oracle(),), (NOT_THERE,))
        assert bench(Conformance.UA1, ("page-validation",)).absent == ()
        with pytest.raises(MachineError, match="no Java runtime") as caught:
            bench(Conformance.UA1, ("verapdf",))
        assert "default-jre-headless" in caught.value.hint

    def test_none_is_an_error_of_the_machine(self, there):
        there(Absent("page-validation", "it is not installed", "pip install 'polyleaf[validate]'"), NOT_THERE)
        with pytest.raises(MachineError) as caught:
            bench(Conformance.UA1)
        assert "pip install" in caught.value.hint
        assert "apt-get install" in caught.value.hint

    def test_none_that_knows_the_profile(self, there):
        there(Oracle(), NOT_THERE)
        with pytest.raises(MachineError, match="WTPDF"):
            bench(Conformance.WTPDF)
        with pytest.raises(UsageError, match="does not know PDF/UA-2"):
            bench(Conformance.UA2, ("page-validation",))

    def test_doctor_says_how_to_get_each(self, folder, monkeypatch):
        quick = Absent("page-validation", "it is not installed", "pip install 'polyleaf[validate]'")
        monkeypatch.setattr("polyleaf.inspecting.doctor.find_page_validation", lambda: quick)
        monkeypatch.setattr("polyleaf.inspecting.doctor.find_verapdf", lambda: NOT_THERE)
        told = {probe.what.split()[0]: probe for probe in probes(folder.read().config, folder.root)}
        assert "pip install 'polyleaf[validate]'" in told["page-validation"].remedy
        assert "apt-get install default-jre-headless" in told["veraPDF"].remedy
        assert not told["veraPDF"].needed
        monkeypatch.setattr("polyleaf.inspecting.doctor.find_verapdf", Oracle)
        told = {probe.what.split()[0]: probe for probe in probes(folder.read().config, folder.root)}
        assert told["veraPDF"].found == "1"


def test_the_files_that_are_judged(folder, oracle):
    oracle(Oracle())
    (artifact,) = built(folder).built
    place = folder.out / "eyes/en_GB"
    for name in ("eyes-en_GB-clear-press.pdf", "mine.pdf", "eyes-pl-clear.pdf", "eyes-en_GB-large.pdf"):
        (place / name).write_bytes(b"%PDF")
    (folder.out / "loose.pdf").write_bytes(b"%PDF")
    assert built_files(folder.out) == (folder.out / artifact.path, place / "eyes-en_GB-large.pdf")


def test_nothing_built_is_no_pass(tmp_path):
    with pytest.raises(UsageError) as caught:
        built_files(tmp_path)
    assert "polyleaf build" in caught.value.hint


def test_a_file_that_kills_its_judge_costs_itself_alone(tmp_path, monkeypatch):
    """Run in workers, of a library that ends the process on one file."""
    paths = [tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf")]
    for path in paths:
        path.write_bytes(b"deadly" if path.stem == "b" else b"fine")
    (tmp_path / "page.py").write_text(
        "import os\n"
        "class Report:\n    failures = []\n    is_compliant = True\n"
        "def validate_pdf_bytes(data, profile):\n"
        "    if data == b'deadly':\n        os.abort()\n"
        "    return Report\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    said = dict(validate(paths, Conformance.UA1, [PageValidation("1")], workers=2))
    assert [said[path].word for path in paths] == ["pass", "not judged", "pass"]
    assert "died" in said[paths[1]].trouble
