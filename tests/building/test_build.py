"""A file appears whole or not at all; one failure never stops the others; nothing is made twice."""

import datetime
import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest
from tests.projects.signing import sign_source
from tests.workers import tricks

from polyleaf.building import build as build_module
from polyleaf.building import job as job_module
from polyleaf.building import printed as printed_module
from polyleaf.building.build import build
from polyleaf.building.item import Item
from polyleaf.building.manifest import read_manifest
from polyleaf.building.plan import BuildRequest
from polyleaf.building.schedule import schedule
from polyleaf.checks.registry import CHECKS
from polyleaf.checks.subjects import source_subjects
from polyleaf.errors import ExitCode, MachineError
from polyleaf.model.artifact import State
from polyleaf.render import render as render_module
from polyleaf.workspace import Workspace

TODAY = datetime.date(2027, 1, 1)
ROOT = Path(__file__).parents[2]


class Watcher:
    """Remembers what it was told."""

    def __init__(self):
        self.totals = self.unchanged = None
        self.results, self.refusals, self.notes, self.findings = [], [], [], ()

    def found(self, findings):
        assert self.totals is None
        self.findings = findings

    def started(self, total, unchanged):
        self.totals, self.unchanged = total, unchanged

    def finished(self, result, findings):
        self.results.append(result)

    def refused(self, failed):
        self.refusals.append(failed)

    def note(self, text):
        self.notes.append(text)


@pytest.fixture
def run(folder, monkeypatch):
    """Builds the project with a press that takes no time."""

    def run(press=tricks.print_page, *, watcher=None, **wishes):
        monkeypatch.setattr(build_module, "make", press)
        request = BuildRequest(**{"out": folder.out, "jobs": 1, **wishes})
        return build(Workspace(folder.read(), TODAY), request, watcher or Watcher())

    return run


def names(artifacts):
    return [Path(artifact.path).stem for artifact in artifacts]


def test_everything_is_built_and_listed(folder, run):
    watcher = Watcher()
    report = run(watcher=watcher)
    assert len(report.built) == 12
    assert (watcher.totals, watcher.unchanged, len(watcher.results)) == (12, 0, 12)
    assert "eyes/pl/eyes-pl-large.pdf" in folder.outputs()
    assert len(folder.outputs()) == 13
    assert report.exit_code == ExitCode.OK
    listed = json.loads((folder.out / "manifest.json").read_text())["artifacts"]
    assert listed == sorted(listed, key=lambda entry: entry["path"])
    assert {
        key: listed[0][key] for key in ("path", "leaflet", "version", "locale", "edition", "output", "pages", "state")
    } == {
        "path": "eyes/en_GB/eyes-en_GB-clear.pdf",
        "leaflet": "eyes",
        "version": "1.0",
        "locale": "en_GB",
        "edition": "clear",
        "output": "accessible",
        "pages": 1,
        "state": "draft",
    }


def test_a_second_run_changes_nothing(folder, run):
    run()
    before = {path: path.stat().st_mtime_ns for path in folder.out.rglob("*") if path.is_file()}
    report = run()
    assert (len(report.built), len(report.unchanged)) == (0, 12)
    assert {path: path.stat().st_mtime_ns for path in folder.out.rglob("*") if path.is_file()} == before


def test_force_makes_all_anew(run):
    run()
    assert len(run(force=True).built) == 12


@pytest.mark.parametrize(
    ("change", "rebuilt"),
    [
        (lambda folder: folder.leaflet("eyes", "Come early."), 6),
        (
            lambda folder: folder.write("translations/pl/LC_MESSAGES/teeth.po", 'msgid ""\nmsgstr "Language: pl\\n"\n'),
            3,
        ),
        (
            lambda folder: folder.write(
                "translations/pl/LC_MESSAGES/templates.po", 'msgid ""\nmsgstr "Language: pl\\n"\n'
            ),
            6,
        ),
        (lambda folder: folder.write("templates/css/tokens.css", ":root {}"), 12),
        (lambda folder: (folder.out / "eyes/pl/eyes-pl-large.pdf").unlink(), 1),
        (lambda folder: (folder.out / "eyes/pl/eyes-pl-large.pdf").write_bytes(b"altered"), 1),
        (lambda folder: (folder.out / "manifest.json").unlink(), 12),
        (
            lambda folder: folder.write(
                "polyleaf.toml", (folder.root / "polyleaf.toml").read_text().replace("960 100", "960 200")
            ),
            12,
        ),
        (
            lambda folder: folder.write("polyleaf.toml", "# a comment\n" + (folder.root / "polyleaf.toml").read_text()),
            0,
        ),
    ],
    ids=["leaflet", "catalog", "words", "template", "file gone", "file altered", "manifest gone", "phone", "comment"],
)
def test_what_changed_is_made_anew(folder, run, change, rebuilt):
    run()
    change(folder)
    report = run()
    assert (len(report.built), len(report.unchanged)) == (rebuilt, 12 - rebuilt)
    assert len(run().built) == 0


def test_another_edition_leaves_the_others(folder, run):
    run(editions=("large",))
    text = (folder.root / "polyleaf.toml").read_text()
    folder.write("polyleaf.toml", text + '[editions.large]\nsize = "18pt"\n[editions.small]\nsize = "12pt"\n')
    assert names(run(leaflets=("eyes",), locales=("pl",)).built) == ["eyes-pl-small"]


def test_a_part_keeps_the_rest_of_the_manifest(folder, run):
    run(leaflets=("eyes",))
    run(leaflets=("teeth",), locales=("pl",), editions=("large",))
    assert len(read_manifest(folder.out)[0]) == 7
    (folder.out / "eyes/pl/eyes-pl-large.pdf").unlink()
    run(leaflets=("teeth",), locales=("pl",), editions=("clear",))
    assert len(read_manifest(folder.out)[0]) == 7


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"artifacts": 5}',
        '{"artifacts": [{"path": "x"}]}',
        "\x00",
        "[" * 100_000,
        '{"artifacts": [' + json.dumps({"path": 3}) + "]}",
    ],
)
def test_a_broken_manifest_counts_as_empty(folder, run, text):
    run()
    (folder.out / "manifest.json").write_text(text)
    watcher = Watcher()
    assert len(run(watcher=watcher).built) == 12
    assert "built anew" in watcher.notes[0]


def test_a_manifest_cannot_lead_outside(folder, run):
    run()
    outside = folder.write("precious.pdf", "mine")
    manifest = folder.out / "manifest.json"
    listed = json.loads(manifest.read_text())
    listed["artifacts"][0]["path"] = "../precious.pdf"
    manifest.write_text(json.dumps(listed))
    watcher = Watcher()
    run(watcher=watcher, prune=True)
    assert outside.read_text() == "mine"
    assert "1 files that polyleaf never wrote" in watcher.notes[0]
    assert "precious" not in manifest.read_text()


@pytest.mark.parametrize("jobs", [2, 3])
def test_failures_cost_what_failed_and_keep_the_last_good_file(folder, run, jobs):
    run()
    good = {path: path.read_bytes() for path in folder.out.rglob("*-pl-*.pdf")}
    for name in ("eyes", "teeth"):
        folder.leaflet(name, "Come early.")
    watcher = Watcher()
    report = run(tricks.print_most, jobs=jobs, watcher=watcher)

    assert {(artifact.locale, artifact.edition) for artifact in report.built} == {
        ("en_GB", "clear"), ("en_GB", "large"), ("en_GB", "giant"), ("pl", "giant"),
    }  # fmt: skip
    assert len(watcher.results) == watcher.totals == 12
    reasons = {failed.edition: failed for failed in report.failed}
    assert set(reasons) == {"clear", "large"}, "a draft with an error on its page is there to be looked at"
    assert "no such block" in reasons["clear"].reason
    assert "died 2 times (exit status 9)" in reasons["large"].reason
    assert [finding.check for finding in report.findings].count("pdf/missing-glyph") == 2
    assert {path: path.read_bytes() for path in good if "giant" not in path.name} == {
        path: data for path, data in good.items() if "giant" not in path.name
    }
    assert not list(folder.out.glob(".*"))

    again = run()
    assert {artifact.locale for artifact in again.built} == {"pl"}


def test_a_draft_is_printed_whatever_is_wrong_with_the_leaflet(folder, run):
    folder.leaflet("eyes", "Do not eat for {fasting}.\n\n> quoted\n\n:::{figure} no.png\n:alt: A face\n:::")
    report = run()
    assert {artifact.leaflet for artifact in report.built} == {"eyes", "teeth"}
    assert report.exit_code == ExitCode.OK
    errors = {finding.check: finding.fault.location.line for finding in report.findings}
    assert errors["source/unknown-placeholder"] == 14
    assert {"source/faulty-markup", "source/image-missing"} <= set(errors)


def test_an_unprintable_leaflet_stops_its_release_alone(folder, run):
    sign_source(folder.read())
    run(release=True, locales=("en_GB",))
    folder.leaflet("eyes", "Do not eat for {fasting}.")
    folder.leaflet("teeth", "Come early.")
    sign_source(folder.read(), "teeth")
    watcher = Watcher()
    report = run(watcher=watcher, release=True, locales=("en_GB",))
    assert {artifact.leaflet for artifact in report.built} == {"teeth"}
    (failed,) = report.failed
    assert (failed.leaflet, failed.locale) == ("eyes", None)
    assert failed.faults[0].location.line == 14
    assert watcher.refusals == [failed]
    assert report.exit_code == ExitCode.FINDINGS
    assert len(folder.outputs()) == 7


def test_an_unreadable_leaflet_stops_alone(folder, run):
    path = folder.root / "leaflets/eyes/leaflet.md"
    path.unlink()
    path.mkdir()
    report = run()
    assert {artifact.leaflet for artifact in report.built} == {"teeth"}
    assert report.failed[0].name == "eyes"
    assert "leaflets/eyes/leaflet.md:" in report.failed[0].reason


def test_a_fault_of_the_front_matter_still_gives_a_draft_and_no_release(folder, run):
    folder.write("leaflets/eyes/leaflet.md", "---\ntitle: [\n---\n## Before\n\nDrink water.\n")
    report = run()
    assert {artifact.leaflet for artifact in report.built} == {"eyes", "teeth"}
    assert {artifact.version for artifact in report.built if artifact.leaflet == "eyes"} == {"[version]"}
    assert report.failed == ()
    assert [finding.fault.location.path for finding in report.findings if finding.severity == 3]
    assert "eyes" in {failed.leaflet for failed in run(release=True).failed}


def test_a_broken_catalog_stops_its_language_alone(folder, run):
    folder.write("translations/pl/LC_MESSAGES/eyes.po", 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n')
    watcher = Watcher()
    report = run(watcher=watcher)
    assert len(report.built) == 9
    (failed,) = report.failed
    assert failed.name == "eyes pl"
    assert "translations/pl/LC_MESSAGES/eyes.po:2" in failed.reason
    assert watcher.totals == len(watcher.results) + failed.files == 12


def test_what_can_be_built_is_begun_before_the_last_catalog_is_read(folder, run):
    folder.write("translations/pl/LC_MESSAGES/teeth.po", 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n')
    watcher, done = Watcher(), []
    watcher.refused = lambda failed: done.append((failed.name, len(watcher.results)))
    run(watcher=watcher)
    ((name, files),) = done
    assert name == "teeth pl"
    assert files > 6


def test_where_several_are_made_at_once_the_longest_are_begun_first(run, monkeypatch):
    begun = []

    def noted(make, jobs, count, **_):
        for job in jobs:
            begun.append(job.steps[0].item.edition)
            yield job, make(job)

    monkeypatch.setattr(build_module, "run_orders", noted)
    monkeypatch.setattr(build_module, "begin_workers", lambda *_: None)
    run(jobs=2)
    assert (begun[0], begun[-1], len(begun)) == ("giant", "clear", 12)
    del begun[:]
    run(jobs=1, force=True)
    assert begun == ["clear", "large", "giant"] * 4
    del begun[:]
    run(jobs=2, force=True, first=(("eyes", "pl", "large"),))
    assert begun[0] == "large"


def test_missing_translations_do_not_stop_a_draft(run):
    report = run(locales=("pl",))
    assert len(report.built) == 6
    assert "translation/missing" in {finding.check for finding in report.findings}


def test_the_date_is_looked_at_each_time(folder, run):
    run()
    request = BuildRequest(out=folder.out, jobs=1)
    report = build(Workspace(folder.read(), datetime.date(2029, 1, 1)), request, Watcher())
    assert len(report.unchanged) == 12
    assert "source/review-date-past" in {finding.check for finding in report.findings}


def test_only_what_was_signed_off_can_be_released(folder, run):
    report = run(release=True)
    assert not report.built
    assert "nobody has approved the text as it was written" in report.failed[0].reason
    assert "approve eyes -l en_GB, after a clinician has read it" in report.failed[0].hint
    sign_source(folder.read())
    watcher = Watcher()
    report = run(release=True, watcher=watcher)
    assert {(artifact.locale, artifact.state) for artifact in report.built} == {("en_GB", State.RELEASE)}
    assert [failed.name for failed in report.failed] == ["eyes pl", "teeth pl"]
    assert all("approved" in failed.reason and failed.hint for failed in report.failed)
    assert len(run(release=True).unchanged) == 6
    assert {artifact.state for artifact in run().built} == {State.DRAFT}


def test_an_error_stops_a_release_but_not_a_draft(folder, run):
    folder.leaflet("eyes", "#### Deep\n\nText.")
    sign_source(folder.read(), "teeth")
    report = run(release=True, locales=("en_GB",))
    assert {artifact.leaflet for artifact in report.built} == {"teeth"}
    assert len(run(locales=("en_GB",)).built) == 6


def test_leaflets_are_judged_before_a_build_by_all_checks_that_there_are(folder):
    """Only one area of checks is loaded for it: others must have no check for them."""
    folder.write("leaflets/broken/leaflet.md", "---\ntitle: [\n---\n")
    subjects = list(source_subjects(folder.read(), TODAY))
    assert len({type(subject) for subject in subjects}) == 4
    judging = {check for check in CHECKS for subject in subjects if isinstance(subject, check.subject)}
    assert {check.area for check in judging} == {"source"}


def test_a_build_with_nothing_to_do_loads_no_engine_and_no_reader(folder, run):
    """What takes long to load: layout, PDF, templates, and checks of what is not looked at."""
    run(leaflets=("eyes",))
    program = (
        "import sys, datetime\n"
        "from pathlib import Path\n"
        "from polyleaf.cli.main import run\n"
        f"run(['build', 'eyes', '-C', {str(folder.root)!r}])\n"
        "print(*sys.modules)\n"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT / "src", capture_output=True, text=True, check=True)
    assert "0 built, 6 unchanged" in told.stdout
    heavy = {"weasyprint", "pikepdf", "jinja2", "PIL.Image", "icu4py", "segno", "fontTools", "polyleaf.checks.press"}
    assert not heavy & set(told.stdout.split())


def test_thousands_of_files_are_looked_through_in_no_time(folder):
    looked_at = Counter()

    class Counted(Item):
        def __hash__(self):
            looked_at["hash"] += 1
            return hash(self.leaflet)

        def __eq__(self, other):
            looked_at["eq"] += 1
            return self.leaflet == other.leaflet

    items = [Counted(f"leaflet-{number}", "pl", "large") for number in range(4_000)]
    inputs = SimpleNamespace(digest=lambda item, state: item.leaflet, seen=None)
    work = schedule(items, {}, inputs, BuildRequest(folder.out), State.DRAFT)
    assert len(work.stale) == 4_000
    assert looked_at["hash"] < 20 * 4_000, "a few looks at each file, not one at each other"
    assert looked_at["eq"] < 20 * 4_000


def test_prune_takes_what_is_ours_and_gone(folder, run):
    run()
    foreign = [
        folder.write("dist/eyes/pl/notes.pdf", "mine"),
        folder.write("dist/eyes/pl/eyes-en_GB-large.pdf", "mine"),
        folder.write("dist/eyes/leaflet.pdf", "mine"),
        folder.write("dist/old/notes.txt", "mine"),
        folder.write("dist/old/de/old-pl-large.pdf", "mine"),
    ]
    stale = [
        folder.write("dist/eyes/de/eyes-de-large.pdf", "stale"),
        folder.write("dist/eyes/pl/eyes-pl-huge.pdf", "stale"),
        folder.write("dist/old/pl/old-pl-large.pdf", "stale"),
    ]
    elsewhere = folder.write("elsewhere/link-pl-large.pdf", "mine")
    (folder.out / "link").mkdir()
    (folder.out / "link/pl").symlink_to(elsewhere.parent)

    assert run().pruned == ()
    assert all(path.exists() for path in stale)
    assert run(prune=True).pruned == tuple(path.relative_to(folder.out).as_posix() for path in sorted(stale))
    assert not any(path.exists() for path in stale)
    assert all(path.exists() for path in (*foreign, elsewhere))
    assert not (folder.out / "eyes/de").exists()
    assert len(read_manifest(folder.out)[0]) == 12


def test_prune_keeps_leaflets_that_are_broken(folder, run):
    run()
    folder.write("leaflets/eyes/leaflet.md", "broken")
    assert run(prune=True).pruned == ()


def test_an_unwritable_folder_is_told(folder, run):
    folder.out.write_text("a file where the folder should be")
    with pytest.raises(MachineError, match="nothing can be written to"):
        run()


def test_a_full_disk_fails_the_file_and_keeps_the_old(folder, run, monkeypatch):
    run()
    before = (folder.out / "eyes/pl/eyes-pl-large.pdf").read_bytes()
    folder.leaflet("eyes", "Come early.")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    report = run(leaflets=("eyes",))
    assert report.exit_code == ExitCode.ENVIRONMENT
    assert "No space left" in report.failed[0].reason
    assert (folder.out / "eyes/pl/eyes-pl-large.pdf").read_bytes() == before
    assert not list(folder.out.glob(".*"))


def test_a_file_that_cannot_take_its_place_fails_alone(folder, run):
    (folder.out / "eyes/pl/eyes-pl-large.pdf/in the way").mkdir(parents=True)
    report = run()
    assert len(report.built) == 11
    assert report.failed[0].exit_code == report.exit_code == ExitCode.ENVIRONMENT
    assert "eyes-pl-large.pdf cannot be written" in report.failed[0].reason


def test_a_full_disk_while_printing_is_the_machines_fault(folder, run, monkeypatch):
    def full(order, _):
        order.target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("polyleaf.render.render.lay_out", full)
    report = run(job_module.make, leaflets=("eyes",), editions=("large",))
    assert len(report.failed) == 2
    assert report.exit_code == ExitCode.ENVIRONMENT
    assert "No space left" in report.failed[0].reason
    assert folder.outputs() == ["manifest.json"]


PROGRAM = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
sys.path[:0] = [{root!r}, {source!r}]
from pathlib import Path
from polyleaf.building import build as build_module
from polyleaf.building.plan import BuildRequest
from polyleaf.source.reader import read_project
from tests.workers import tricks
from polyleaf.workspace import Workspace
from tests.building.test_build import TODAY, Watcher
build_module.make = tricks.print_slowly
if __name__ == "__main__":
    root = Path({folder!r})
    try:
        build_module.build(Workspace(read_project(root), TODAY), BuildRequest(out=root / "dist", jobs=2), Watcher())
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_ctrl_c_keeps_what_is_done_and_nothing_else(folder):
    program = folder.write(
        "program.py", PROGRAM.format(root=str(ROOT), source=str(ROOT / "src"), folder=str(folder.root))
    )
    with subprocess.Popen(
        [sys.executable, str(program)], start_new_session=True, stderr=subprocess.PIPE, text=True
    ) as process:
        end = time.monotonic() + 30
        while len(list(folder.out.glob("*.pid"))) < 2 and time.monotonic() < end and process.poll() is None:
            time.sleep(0.02)
        workers = [int(path.stem) for path in folder.out.glob("*.pid")]
        os.killpg(process.pid, signal.SIGINT)
        try:
            assert process.wait(10) == 130
            assert process.stderr.read() == ""
        finally:
            process.kill()
    assert len(workers) == 2
    assert not list(folder.out.glob(".*"))
    built = [path.relative_to(folder.out).as_posix() for path in folder.out.rglob("*.pdf")]
    assert built
    assert all(path.endswith("-giant.pdf") for path in built)
    assert sorted(read_manifest(folder.out)[0]) == sorted(built)
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            wait_for_end(worker)


def wait_for_end(pid):
    for _ in range(200):
        os.kill(pid, 0)
        time.sleep(0.02)


def test_a_killed_build_is_cleared_away_by_the_next(folder, run):
    left = folder.write("dist/.building-abc/0.pdf", "half")
    run()
    assert not left.parent.exists()


def test_real_pages(folder, run):
    """From Markdown to a judged PDF with the real rooms, twice the same."""
    report = run(job_module.make, leaflets=("eyes",), editions=("large",))
    assert [failed.reason for failed in report.failed] == []
    assert names(report.built) == ["eyes-en_GB-large", "eyes-pl-large"]
    first = {artifact.path: artifact.sha256 for artifact in report.built}
    again = run(job_module.make, leaflets=("eyes",), editions=("large",), force=True)
    assert {artifact.path: artifact.sha256 for artifact in again.built} == first


def test_a_page_that_stays_the_same_is_not_laid_out_again(folder, run, monkeypatch):
    """What it is made from changed (a remark in its catalog), what stands on it did not: it is not even written."""
    laid_out, judged = [], []
    kept, read = render_module.write_pdf, printed_module.read_both

    def counted(*given, **more):
        laid_out.append(given[2])
        return kept(*given, **more)

    monkeypatch.setattr(render_module, "write_pdf", counted)
    monkeypatch.setattr(printed_module, "read_both", lambda *given: judged.append(given) or read(*given))
    wishes = {"leaflets": ("eyes",), "locales": ("pl",)}
    before = run(job_module.make, **wishes).built
    assert len(laid_out) == len(before) == 3
    catalog = folder.root / "translations/pl/LC_MESSAGES/eyes.po"
    written = catalog.read_text(encoding="utf-8")
    catalog.write_text("# A note.\n" + written, encoding="utf-8")
    times = {path: path.stat().st_mtime_ns for path in folder.out.rglob("*.pdf")}
    report = run(job_module.make, **wishes)
    after = report.unchanged
    assert [one.path for one in after] == [one.path for one in before]
    assert (len(laid_out), len(judged), report.built) == (3, 3, ())
    assert {path: path.stat().st_mtime_ns for path in folder.out.rglob("*.pdf")} == times
    assert set(run(job_module.make, **wishes).unchanged) == set(after)
    assert [replace(one, inputs="") for one in after] == [replace(one, inputs="") for one in before]
    assert {one.inputs for one in after}.isdisjoint(one.inputs for one in before)

    (folder.out / after[0].path).write_bytes(b"%PDF-1.7 damaged")
    assert run(job_module.make, **wishes).built == (after[0],)
    assert len(laid_out) == 4  # what is not as it was made is not taken
    catalog.write_text(written.replace("Zabierz", "Proszę zabrać"), encoding="utf-8")
    assert {one.sha256 for one in run(job_module.make, **wishes).built}.isdisjoint(one.sha256 for one in before)
    assert len(laid_out) == 7
    assert len(run(job_module.make, force=True, **wishes).built) == 3
    assert len(laid_out) == 10


def test_a_waiver_that_the_pages_may_need_has_them_judged_again(folder, run, monkeypatch):
    judged, read = [], printed_module.read_both
    monkeypatch.setattr(printed_module, "read_both", lambda *given: judged.append(given) or read(*given))
    wishes = {"leaflets": ("eyes",), "locales": ("pl",), "editions": ("large",)}
    run(job_module.make, **wishes)
    for number, check in enumerate(("source/sentence-too-long", "page/widow-line"), start=1):
        text = (folder.root / "polyleaf.toml").read_text().partition("[checks]")[0]
        folder.write("polyleaf.toml", f'{text}[checks]\nwaivers = [{{check = "{check}", reason = "As agreed."}}]\n')
        report = run(job_module.make, **wishes)
        assert (len(report.built), len(report.unchanged), len(judged)) == (0, 1, number)


def lose_a_font(pdf):
    fonts = pdf.pages[0].Resources.Font
    del fonts[next(iter(fonts))]


def lose_the_last_page(pdf):
    del pdf.pages[-1]


@pytest.mark.parametrize(
    ("harm", "found"), [(lose_a_font, "pdf/resource-missing"), (lose_the_last_page, "pdf/pages-missing")]
)
def test_a_damaged_file_is_never_built_in_silence(folder, run, monkeypatch, harm, found):
    lay_out = render_module.lay_out

    def damage(order, page):
        rendered = lay_out(order, page)
        with pikepdf.open(order.target, allow_overwriting_input=True) as pdf:
            harm(pdf)
            pdf.save(order.target)
        return rendered

    monkeypatch.setattr(render_module, "lay_out", damage)
    folder.leaflet("eyes", "Come early.\n\n" * 40)  # more than one page
    report = run(job_module.make, leaflets=("eyes",), editions=("large",), locales=("en_GB",))
    assert found in {finding.check for finding in report.findings}


def test_a_leaflet_saved_while_it_is_built_is_made_anew(folder, run, monkeypatch):
    """The digest is of what was printed, not of what stood in the file a moment later."""
    monkeypatch.setattr(build_module, "make", tricks.print_page)
    project = folder.read("eyes")
    folder.leaflet("eyes", "Come early.")
    build(Workspace(project, TODAY), BuildRequest(out=folder.out, jobs=1), Watcher())
    assert len(run(leaflets=("eyes",)).built) == 6


def test_a_new_font_or_engine_makes_all_anew(run, monkeypatch):
    run()
    monkeypatch.setattr("polyleaf.building.freshness.font_files", lambda _: (("/fonts/new.ttf", 1, 2),))
    assert len(run().built) == 12
    monkeypatch.setattr("polyleaf.building.digests.version", lambda name: f"99 of {name}")
    assert len(run().built) == 12
    assert len(run().built) == 0
