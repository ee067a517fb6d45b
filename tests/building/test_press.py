"""Press files in a build: made from the accessible ones, never laid out twice, never published with faults."""

import datetime
import hashlib
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from polyleaf.building import build as build_module
from polyleaf.building.accessible import Accessible
from polyleaf.building.build import build
from polyleaf.building.job import make
from polyleaf.building.maker import Made
from polyleaf.building.plan import BuildRequest
from polyleaf.errors import ExitCode, UsageError
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.pdf.press.facts import read_press
from polyleaf.pdf.press.profile import find_profile
from polyleaf.render.render import render
from polyleaf.workers.worker import Failure
from polyleaf.workspace import Workspace

TODAY = datetime.date(2027, 1, 1)
NAME = "eyes/en_GB/eyes-en_GB-large"


class Quiet:
    def __init__(self):
        self.totals, self.results = None, []

    def found(self, findings):
        pass

    def started(self, total, unchanged):
        self.totals = (total, unchanged)

    def finished(self, result, findings):
        self.results.append(result)

    def refused(self, failed):
        raise AssertionError(failed)

    def note(self, text):
        pass


@pytest.fixture
def run(folder, monkeypatch):
    """Builds one leaflet in this process; what checks of the page say is not the matter here."""
    monkeypatch.setattr(Accessible, "make", staticmethod(unread))

    def run(output, listener=None, function=make, **wishes):
        monkeypatch.setattr(build_module, "make", function)
        wishes = {"leaflets": ("eyes",), "locales": ("en_GB",), "editions": ("large",), "jobs": 1, **wishes}
        return build(
            Workspace(folder.read(), TODAY), BuildRequest(out=folder.out, output=output, **wishes), listener or Quiet()
        )

    return run


def unread(step, _):
    """As ``Accessible.make``, without reading the file back."""
    rendered = render(step.order)
    return Made(rendered.pages, code=rendered.code)


def paths(artifacts):
    return [artifact.path for artifact in artifacts]


def test_both_outputs_of_one_layout(folder, run, monkeypatch):
    watcher = Quiet()
    report = run("all", watcher)
    assert paths(report.built) == [f"{NAME}-press.pdf", f"{NAME}.pdf"]
    assert (watcher.totals, len(watcher.results)) == ((2, 0), 2)
    assert report.failed == ()
    press, accessible = report.built
    assert (press.output, accessible.output) == ("press", "accessible")
    assert press.pages == accessible.pages
    facts = read_press(folder.out / press.path, press.path)
    assert facts.pdfx == "PDF/X-4"
    listed = json.loads((folder.out / "manifest.json").read_text())["artifacts"]
    assert [entry["output"] for entry in listed] == ["press", "accessible"]
    assert sorted(folder.outputs()) == [
        "eyes/en_GB/eyes-en_GB-large-press.pdf",
        "eyes/en_GB/eyes-en_GB-large.pdf",
        "manifest.json",
    ]


def test_press_alone_publishes_nothing_else(folder, run):
    report = run("press")
    assert paths(report.built) == [f"{NAME}-press.pdf"]
    assert "eyes/en_GB/eyes-en_GB-large.pdf" not in folder.outputs()


def test_a_current_accessible_file_is_not_laid_out_again(folder, run, monkeypatch):
    run("accessible")

    def press_only(job):
        accessible, _ = job.steps
        assert accessible.target == folder.out / f"{NAME}.pdf"
        assert accessible.current
        assert not accessible.asked
        return make(job)

    report = run("all", function=press_only)
    assert paths(report.built) == [f"{NAME}-press.pdf"]
    assert paths(report.unchanged) == [f"{NAME}.pdf"]
    first = (folder.out / f"{NAME}-press.pdf").read_bytes()
    run("press", force=True)
    assert (folder.out / f"{NAME}-press.pdf").read_bytes() == first, "laid out anew, it is the same file"


def fake(job):
    """Small files in place of real ones, with true digests."""

    def write(path, text):
        path.write_bytes(text.encode())
        return Made(1, hashlib.sha256(text.encode()).hexdigest(), ())

    return tuple(
        Made(0) if step.current else write(step.target, f"{step.item}" if step.item.source is None else f"{step.order}")
        for step in job.steps
    )


def test_press_settings_make_press_files_stale_alone(folder, run):
    everything = {"leaflets": (), "locales": (), "editions": (), "function": fake}
    assert len(run("all", **everything).built) == 24
    assert len(run("all", **everything).unchanged) == 24
    config = folder.root / "polyleaf.toml"
    for line in ('colour = "black"', 'bleed = "5mm"', 'profile = "built-in FOGRA29"'):
        config.write_text(config.read_text().partition("\n[press]")[0] + f"\n[press]\n{line}\n")
        report = run("all", **everything)
        assert len(report.built) == 12
        assert all(artifact.output == "press" for artifact in report.built)
    (folder.root / "shop.icc").write_bytes(read_profile())
    config.write_text(config.read_text().replace("built-in FOGRA29", "shop.icc"))
    assert len(run("press", **everything).built) == 12
    (folder.root / "shop.icc").write_bytes(read_profile(b"\x07"))
    assert len(run("press", **everything).built) == 12
    assert len(run("press", **everything).built) == 0


def read_profile(year=b"\x01"):
    data = bytearray(find_profile("built-in FOGRA39", Path()).path.read_bytes())
    data[25:26] = year  # of its date
    return bytes(data)


def test_a_bad_profile_stops_the_press_before_anything_is_made(folder, run):
    config = folder.root / "polyleaf.toml"
    config.write_text(config.read_text() + '\n[press]\nprofile = "shop.icc"\n')
    (folder.root / "shop.icc").write_bytes(b"nothing of the kind")
    with pytest.raises(UsageError, match="is no ICC profile"):
        run("press", function=fake)
    assert folder.outputs() == []
    assert len(run("accessible", function=fake).built) == 1, "accessible files need no profile"


def test_errors_on_the_accessible_file_stop_the_press_file(folder, run):
    fault = Fault("a letter is missing", Location("x.pdf", page=1), "Install the font.")

    def faulty(job):
        made, _ = fake(job)
        return replace(made, findings=(Finding("pdf/missing-glyph", Severity.ERROR, fault),)), None

    (alone,) = run("press", function=faulty).failed
    assert alone.reason == "x.pdf page 1: a letter is missing"
    assert folder.outputs() == ["manifest.json"] or folder.outputs() == []
    report = run("all", function=faulty)
    assert [failed.reason for failed in report.failed] == [
        "its accessible file has errors, so it is not made for print",
    ]
    assert paths(report.built) == [f"{NAME}.pdf"], "a draft to look at"


def test_a_refused_press_file_leaves_the_accessible_one(folder, run):
    def refused(job):
        return fake(job)[0], Failure("a spot colour", "Use plain colours.")

    report = run("all", function=refused)
    assert paths(report.built) == [f"{NAME}.pdf"]
    (failed,) = report.failed
    assert (failed.reason, failed.hint) == ("a spot colour", "Use plain colours.")
    assert report.exit_code is ExitCode.FINDINGS


def test_an_error_on_the_press_file_stops_it_alone(run):
    fault = Fault("a colour is not in inks", Location("x-press.pdf", page=1), "Mend it.")

    def faulty(job):
        made, press = fake(job)
        return made, replace(press, findings=(Finding("press/x", Severity.ERROR, fault),))

    report = run("all", function=faulty)
    assert paths(report.built) == [f"{NAME}.pdf"]
    assert [failed.reason for failed in report.failed] == ["x-press.pdf page 1: a colour is not in inks"]


def test_the_whole_job_in_a_worker(folder, run, monkeypatch):
    monkeypatch.undo()  # the real checks
    project = folder.read()
    jobs = []
    monkeypatch.setattr(build_module, "make", lambda job: jobs.append(job) or fake(job))
    build(
        Workspace(project, TODAY),
        BuildRequest(folder.out, ("eyes",), ("en_GB",), ("large",), jobs=1, output="all"),
        Quiet(),
    )
    (job,) = jobs
    page, sheet = job.steps
    target = folder.root / "made.pdf"
    page = replace(page, order=replace(page.order, target=target), target=target)
    sheet = replace(sheet, target=folder.root / "made-press.pdf")
    made, press = make(replace(job, steps=(page, sheet)))
    assert isinstance(press, Made), press
    assert press.pages == made.pages
    assert [finding for finding in press.findings if finding.severity is Severity.ERROR] == []
    brand = [finding for finding in press.findings if finding.check == "press/brand-colour-unmapped"]
    assert "#003087" in brand[0].fault.message, "this project has no colour map"
    with pikepdf.open(sheet.target) as pdf:
        assert len(pdf.pages) == made.pages
    done = subprocess.run(["pdftotext", sheet.target, "-"], capture_output=True, text=True, check=False)
    assert "X-1 · 1.0 · English (UK) · large" in done.stdout
    assert f"page {made.pages} of {made.pages}" in done.stdout


def test_a_press_file_that_cannot_be_finished_is_told_in_words(folder, run, monkeypatch):
    """A template that sets another page size: the accessible file is made, the press file is refused."""

    def damaged(step, _):
        step.target.write_bytes(b"%PDF-1.7 half")
        return Made(1)

    monkeypatch.setattr(Accessible, "make", staticmethod(damaged))
    report = run("all")
    (failed,) = report.failed
    assert "is no PDF or is damaged" in failed.reason or "cannot be read" in failed.reason
    assert failed.exit_code is ExitCode.FINDINGS
