"""One more output is one row and one module: the build, the manifest, prune and check know of it by the table alone."""

import datetime
import hashlib
import json
import pickle
import shutil
from pathlib import Path, PurePosixPath

import pytest
from tests.building import toys
from tests.building.test_press import Quiet
from tests.projects.folder import Clinic
from tests.projects.two_leaflets import CONFIG

from polyleaf.building import build as build_module
from polyleaf.building.build import build
from polyleaf.building.item import Item, item_of
from polyleaf.building.job import make
from polyleaf.building.maker import Made, Maker, maker_of
from polyleaf.building.manifest import read_manifest
from polyleaf.building.plan import BuildRequest
from polyleaf.building.product import publish
from polyleaf.errors import ExitCode
from polyleaf.inspecting.check import judge
from polyleaf.manuscript.faults import ContentError
from polyleaf.model.finding import Severity
from polyleaf.model.output import OUTPUTS, PRESS
from polyleaf.source.reader import read_project
from polyleaf.workers.shipping import files_of, moved
from polyleaf.workspace import Workspace

TODAY = datetime.date(2027, 1, 1)
NAME = "eyes/pl/eyes-pl-large"


@pytest.fixture
def clinic(tmp_path):
    return Clinic(tmp_path / "clinic")


@pytest.fixture
def rows(monkeypatch):
    """The toy outputs in the table."""
    for output in (toys.NOTES, toys.SITE, toys.SIZES, toys.LISTING):
        monkeypatch.setitem(OUTPUTS, output.name, output)


@pytest.fixture
def run(folder, rows):
    def run(output, **wishes):
        wishes = {"leaflets": ("eyes",), "locales": ("pl",), "editions": ("large",), "jobs": 1, **wishes}
        return build(Workspace(folder.read(), TODAY), BuildRequest(out=folder.out, output=output, **wishes), Quiet())

    return run


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=str)
def test_every_row_has_its_maker_and_its_own_names(output):
    assert issubclass(maker_of(output), Maker)
    assert output.needs is None or output.needs in list(OUTPUTS.values())[: list(OUTPUTS.values()).index(output)]
    assert pickle.loads(pickle.dumps(output)) == output  # noqa: S301 - our own bytes
    item = Item("eyes", "pl", "large", twin=True, output=output)
    assert item_of(PurePosixPath(item.path)) == item


def test_a_file_that_is_no_pdf(folder, run):
    (artifact,) = run("notes").built
    assert (artifact.path, artifact.output) == (f"{NAME}-notes.txt", "notes")
    assert "Zabierz okulary." in (folder.out / artifact.path).read_text()
    assert run("notes").unchanged == (artifact,)
    (folder.out / artifact.path).write_text("altered")
    assert run("notes").built == (artifact,)
    (twin,) = run("notes", locales=(), bilingual=("pl",)).built
    assert (twin.path, twin.output) == ("eyes/pl/eyes-pl-bilingual-large-notes.txt", "bilingual-notes")
    assert set(read_manifest(folder.out)[0].values()) == {artifact, twin}


def test_panels_of_a_fold_are_parts_of_a_sheet(folder, run):
    toml = folder.root / "polyleaf.toml"
    editions = '[editions.large]\nsize = "18pt"\n[editions.pocket]\nsize = "12pt"\nmargin = "15mm"\nfold = "trifold"\n'
    toml.write_text(f"{toml.read_text()}\n{editions}")
    built = run("notes", editions=("pocket", "large")).built
    assert {one.edition: one.on_a_sheet for one in built} == {"pocket": 6, "large": 2}
    assert set(read_manifest(folder.out)[0].values()) == set(built)


def test_what_a_maker_says_it_is_made_from_makes_it_stale_alone(folder, run, monkeypatch):
    run("notes")
    run("site")
    monkeypatch.setattr(toys.Notes, "ending", "\r\n")
    assert len(run("notes").built) == 1
    assert len(run("site").built) == 0


def test_a_folder_of_files_is_whole_or_made_anew(folder, run):
    (artifact,) = run("site").built
    place = folder.out / f"{NAME}-site"
    assert artifact.path == f"{NAME}-site"
    assert (place / "index.html").read_text() == "2 pages"
    assert run("site").unchanged == (artifact,)
    for spoil in (
        lambda: (place / "pages/0.html").write_text("altered"),
        (place / "pages/0.html").unlink,
        lambda: (place / "more.html").write_text("not ours"),
        lambda: (place / "index.html").rename(place / "home.html"),
        lambda: ((place / "index.html").unlink(), (place / "index.html").symlink_to(folder.root / "polyleaf.toml")),
        lambda: shutil.rmtree(place),
    ):
        spoil()
        assert run("site").built == (artifact,)
        assert sorted(path.name for path in place.rglob("*")) == ["0.html", "1.html", "index.html", "pages"]
        assert run("site").unchanged == (artifact,)
    folder.leaflet("eyes", "Come early.")
    assert run("site").built[0].sha256 != artifact.sha256
    assert (place / "index.html").read_text() == "3 pages"
    assert not list(folder.out.glob(".*"))


def test_a_folder_that_cannot_take_its_place_leaves_the_old_one(tmp_path, monkeypatch):
    old, new = tmp_path / "place", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        (folder / folder.name).touch()
    really = Path.replace

    def refuse(path, target):
        if path == new:
            raise PermissionError
        return really(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        publish(new, old)
    assert [path.name for path in old.iterdir()] == ["place"]


def test_an_output_of_another_output(folder, run):
    (artifact,) = run("sizes").built
    assert folder.outputs() == [artifact.path, "manifest.json"], "the file it is made from was not asked for"
    said = json.loads((folder.out / artifact.path).read_text())
    (page,) = run("accessible").built
    assert said == {
        "bytes": (folder.out / page.path).stat().st_size,
        "pages": page.pages,
        "code": page.print_code,
        "of": page.sha256,
    }
    assert run("sizes").unchanged == (artifact,)
    (again,) = run("sizes", force=True).built
    assert again == artifact


def test_a_current_source_is_used_and_not_made_again(folder, run, monkeypatch):
    (page,) = run("accessible").built
    steps = []
    monkeypatch.setattr(build_module, "make", lambda job: steps.extend(job.steps) or make(job))
    (artifact,) = run("sizes").built
    assert [(step.item.output.name, step.asked, step.current) for step in steps] == [
        ("accessible", False, page),
        ("sizes", True, None),
    ]
    assert artifact.print_code == page.print_code


def test_two_outputs_of_one_source_are_made_together(folder, run):
    report = run("all")
    assert [Path(artifact.path).name for artifact in report.built] == [
        "eyes-pl-large-listing.txt",
        "eyes-pl-large-notes.txt",
        "eyes-pl-large-press.pdf",
        "eyes-pl-large-site",
        "eyes-pl-large-sizes.json",
        "eyes-pl-large.pdf",
    ]
    assert (folder.out / f"{NAME}-listing.txt").read_text() == "index.html\npages/0.html\npages/1.html"
    assert len(run("all").unchanged) == 6


def test_an_error_is_told_and_its_draft_is_there(folder, run):
    folder.leaflet("eyes", title="All wrong")
    report = run("notes")
    assert [finding.fault.message for finding in report.findings if finding.check == "notes/wrong"] == ["it is wrong"]
    assert (folder.out / f"{NAME}-notes.txt").exists(), "a draft to look at"


def test_a_maker_that_fails_costs_its_own_file(folder, run, monkeypatch):
    monkeypatch.setattr(toys.Site, "make", staticmethod(lambda step, source: step.missing))
    report = run("all")
    assert {Path(artifact.path).suffix for artifact in report.built} == {".pdf", ".txt", ".json"}
    assert [failed.exit_code for failed in report.failed] == [ExitCode.INTERNAL] * 2, "the site, and its listing"


def test_workers_make_what_the_table_of_their_process_does_not_hold(folder, run):
    """Three leaflets and two processes: rows travel with the orders."""
    report = run("site", leaflets=(), locales=(), editions=("large",), jobs=2)
    assert len(report.built) == 4
    assert not report.failed


def test_check_judges_it(folder, run):
    (artifact,) = run("notes").built
    path, manifest = folder.out / artifact.path, folder.out / "manifest.json"
    path.write_text("cut off")
    listed = json.loads(manifest.read_text())
    found = judge(Workspace(folder.read(), TODAY))
    assert artifact.path in found.not_built
    listed["artifacts"][0]["sha256"] = hashlib.sha256(b"cut off").hexdigest()
    manifest.write_text(json.dumps(listed))
    found = judge(Workspace(folder.read(), TODAY))
    assert artifact.path in found.judged
    (finding,) = [one for one in found.findings if one.fault.location.path == f"dist/{artifact.path}"]
    assert (finding.severity, finding.fault.message) == (Severity.ERROR, "it is cut off")


def test_prune_takes_folders_and_files_of_every_output(folder, run):
    run("all")
    kept = folder.outputs()
    for path in ("eyes/de/eyes-de-large-site/index.html", "eyes/de/eyes-de-large-notes.txt"):
        folder.write(f"dist/{path}", "stale")
    mine = folder.write("dist/eyes/fr/eyes-fr-large-site", "a file of that name")
    folder.write("dist/eyes/it/eyes-it-large-notes.txt/page", "a folder of that name")
    assert run("all", prune=True).pruned == ("eyes/de/eyes-de-large-notes.txt", "eyes/de/eyes-de-large-site")
    assert mine.exists()
    assert not (folder.out / "eyes/de").exists()
    assert [path for path in folder.outputs() if "/fr/" not in path and "/it/" not in path] == kept


def test_no_edition_is_named_like_an_output(folder, rows):
    folder.write("polyleaf.toml", CONFIG + '[editions.large-site]\nsize = "18pt"\n')
    with pytest.raises(ContentError) as caught:
        folder.read()
    assert "pages for the web are named so" in caught.value.faults[0].message


@pytest.mark.parametrize("output", ["all", "press"])
def test_a_job_can_be_done_where_nothing_of_the_project_is(clinic, tmp_path, monkeypatch, output):
    """An order names all that it reads; sent by digest and put down elsewhere, it makes the same files."""
    jobs = []
    monkeypatch.setattr(build_module, "make", lambda job: jobs.append(job) or make(job))
    clinic.write("templates/css/project.css", "p { color: #111 }")
    request = BuildRequest(clinic.out, ("eyes",), ("ar",), ("large",), jobs=1, output=output)
    report = build(Workspace(read_project(clinic.root), TODAY), request, Quiet())
    (job,) = jobs
    files = files_of(job)
    store = {file.sha256: file.path.read_bytes() for file in files}
    sent = pickle.dumps((job, files))
    shutil.rmtree(clinic.root)

    job, files = pickle.loads(sent)  # noqa: S301 - our own bytes
    there = tmp_path / "another machine"

    def place(path):
        return there / path.relative_to("/")

    for file in files:
        place(file.path).parent.mkdir(parents=True, exist_ok=True)
        place(file.path).write_bytes(store[file.sha256])
    job = moved(job, place)
    for step in job.steps:
        step.target.parent.mkdir(parents=True, exist_ok=True)
    results = make(job)
    assert all(isinstance(made, Made) for made in results), results
    digests = {artifact.path: artifact.sha256 for artifact in report.built}
    assert {step.item.path: made.sha256 for step, made in zip(job.steps, results, strict=True) if step.asked} == digests
    assert all(set(made.files) == {""} for made in results)
    assert PRESS in {step.item.output for step in job.steps}
