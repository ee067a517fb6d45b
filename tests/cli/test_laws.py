"""What holds for every project: catalogs that others can read and that change little, builds that repeat."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from polyleaf.catalog.po.reader import read_catalog
from polyleaf.cli.main import run
from polyleaf.errors import ExitCode
from polyleaf.model.message import TextState

ROOT = Path(__file__).parents[2]
CATALOGS = sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po"))
SHORT = [path.relative_to(ROOT / "translations").as_posix() for path in CATALOGS]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("path", CATALOGS, ids=SHORT)
def test_msgfmt_accepts_the_catalog(path):
    done = subprocess.run(["msgfmt", "-c", "-o", os.devnull, path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def starter(tmp_path):
    """The starter project as it stands, in another folder; its templates are the built-in ones."""
    copy = tmp_path / "starter"
    copy.mkdir()
    shutil.copyfile(ROOT / "polyleaf.toml", copy / "polyleaf.toml")
    for room in ("leaflets", "translations"):
        shutil.copytree(ROOT / room, copy / room)
    return copy


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def polyleaf(*arguments):
    assert run([*map(str, arguments)]) == ExitCode.OK


def test_extract_and_update_change_no_byte_of_what_is_current(starter):
    before = files(starter)
    polyleaf("catalog", "extract", "-C", starter)
    polyleaf("catalog", "update", "-C", starter)
    after = files(starter)
    changed = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    assert changed == [], "run `polyleaf catalog update` and commit what it writes"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The main aim is to ease your pain, so that", "The first aim is to ease your pain, so that"),
        ("## Food and drink", "## Eating and drinking"),
        ("- bleeding\n", "- bleeding from the skin\n"),
        ("| All food |", "| All food and sweets |"),
        (":alt: Side view of the spine.", ":alt: The spine from the side."),
        ("summary: Mending a broken bone in your spine", "summary: Repairing a broken bone in your spine"),
        ("Aspirin is different.", "Aspirin is another matter."),
    ],
)
def test_a_changed_sentence_becomes_fuzzy_and_nothing_else_changes(starter, old, new):
    source = starter / "leaflets/vertebroplasty/leaflet.md"
    before = catalogs(starter)
    text = source.read_text(encoding="utf-8")
    assert text.count(old) == 1
    source.write_text(text.replace(old, new), encoding="utf-8")

    polyleaf("catalog", "update", "-C", starter)

    after = catalogs(starter)
    assert before.keys() == after.keys()
    for name, was in before.items():
        now = after[name]
        gone, come = was.keys() - now.keys(), now.keys() - was.keys()
        assert all(now[key] == was[key] for key in was.keys() & now.keys()), name
        if not name.endswith("/vertebroplasty.po"):
            assert gone == come == set()
            continue
        (old_key,), (new_key,) = gone, come
        assert now[new_key] == (was[old_key][0], TextState.FUZZY, old_key), name


def catalogs(folder):
    """Every catalog: text, state and previous msgid by key; entries that are obsolete too."""
    found = {}
    for path in sorted((folder / "translations").glob("*/LC_MESSAGES/*.po")):
        catalog = read_catalog(path, path.parts[-3], path.name)
        name = path.relative_to(folder / "translations").as_posix()
        found[name] = {
            (*entry.key, entry.obsolete): (entry.text, entry.state, entry.previous and (*entry.previous, False))
            for entry in catalog.entries
        }
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The clinic's eye leaflet, built twice: in other folders, with other seeds, time zones and numbers of workers."""
    folders = []
    for number, (jobs, zone) in enumerate((("1", "UTC"), ("2", "Asia/Tokyo"))):
        folder = tmp_path_factory.mktemp(f"built{number}") / ("clinic" * (number + 1))
        shutil.copytree(ROOT / "tests/projects/clinic", folder)
        environment = {**os.environ, "PYTHONHASHSEED": str(number), "TZ": zone}
        subprocess.run(
            [sys.executable, ROOT / "cli.py", "build", "eyes", "-j", jobs, "-C", folder],
            env=environment,
            capture_output=True,
            check=True,
        )
        folders.append(folder)
    return folders


def test_two_builds_give_identical_bytes(built):
    first, second = (
        {name: data for name, data in files(folder / "dist").items() if name.endswith(".pdf")} for folder in built
    )
    assert len(first) == 3
    assert {name for name in first if first[name] != second[name]} == set()
    assert first.keys() == second.keys()


def test_the_manifest_lists_what_there_is(built):
    out = built[0] / "dist"
    listed = json.loads((out / "manifest.json").read_text())["artifacts"]
    assert {entry["path"] for entry in listed} == {name for name in files(out) if name != "manifest.json"}
    for entry in listed:
        assert entry["sha256"] == hashlib.sha256((out / entry["path"]).read_bytes()).hexdigest()
        with pikepdf.open(out / entry["path"]) as pdf:
            assert entry["pages"] == len(pdf.pages)


UNCHANGED = """
import sys
from polyleaf.cli.main import run
code = run(sys.argv[1:])
sys.exit("imported" if "weasyprint" in sys.modules else int(code))
"""


def test_a_build_with_nothing_to_do_does_not_load_the_layout_engine(built):
    before = {path: path.stat().st_mtime_ns for path in (built[0] / "dist").rglob("*")}
    done = subprocess.run(
        [sys.executable, "-c", UNCHANGED, "build", "eyes", "-C", built[0]],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "0 built, 3 unchanged, 0 failed" in done.stdout
    assert "Everything is unchanged." in done.stdout
    assert {path: path.stat().st_mtime_ns for path in (built[0] / "dist").rglob("*")} == before
