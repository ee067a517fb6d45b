"""Press files of the starter leaflets, read as a print shop reads them: nothing here trusts polyleaf's own reading."""

import datetime
import filecmp
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.starter.press_proof import Wanted, faults

from polyleaf.building.documents import Documents
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

ROOT = Path(__file__).parents[2]
LEAFLETS = ("vertebroplasty", "vertebroplasty-at-a-glance")


def built(out, *wishes):
    """Press files, made by the command."""
    command = [sys.executable, ROOT / "cli.py", "build", "-C", ROOT, "--output", "press", "-o", out, "-j", "2"]
    done = subprocess.run([*command, *wishes], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return sorted(out.rglob("*-press.pdf"))


def all_faults(paths):
    """What is wrong, by file."""
    project = read_project(ROOT)
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    found = {}
    for path in paths:
        leaflet, locale, name = path.parts[-3:]
        edition = name.removeprefix(f"{leaflet}-{locale}-").removesuffix("-press.pdf")
        document, paper = documents.document(leaflet, locale), project.config.editions[edition]
        slug = (
            document.code,
            document.version,
            document.language.english,
            document.language.native,
            edition,
            document.published.isoformat(),
        )
        if wrong := faults(path, Wanted((paper.width, paper.height), project.config.press.bleed, slug)):
            found[name] = wrong
    return found


@pytest.fixture(scope="module")
def glance(tmp_path_factory):
    """Three scripts of the short leaflet."""
    wishes = ("vertebroplasty-at-a-glance", "-e", "clear", "-l", "en_GB", "-l", "ar", "-l", "bn")
    return built(tmp_path_factory.mktemp("glance"), *wishes)


def test_a_print_shop_finds_nothing(glance):
    assert len(glance) == 3
    assert all_faults(glance) == {}


def test_other_readers_find_nothing(glance):
    for path in glance:
        readers_agree(path)


def readers_agree(path):
    """qpdf and poppler, where they are installed."""
    qpdf, pdffonts = (shutil.which(name) or pytest.skip(f"{name} is not installed") for name in ("qpdf", "pdffonts"))
    checked = subprocess.run([qpdf, "--check", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    fonts = subprocess.run([pdffonts, path], capture_output=True, text=True, check=True)
    assert fonts.stderr == ""
    rows = [row.split() for row in fonts.stdout.splitlines()[2:]]
    assert rows
    assert all(row[-5:-3] == ["yes", "yes"] for row in rows), "embedded, as a subset"


def test_the_proof_sees_what_is_wrong(glance, tmp_path):
    """A judge that finds nothing anywhere is none."""
    import pikepdf  # noqa: PLC0415 - only the forger needs it

    spoiled = tmp_path / "spoiled.pdf"
    with pikepdf.open(glance[0]) as pdf:
        page = pdf.pages[0]
        page.obj.TrimBox[0] = float(page.obj.TrimBox[0]) + 0.05
        page.obj.Contents = pikepdf.Stream(pdf, page.obj.Contents.read_bytes() + b"\n1 0 0 rg 0 0 9 9 re f")
        pdf.Root.OutputIntents[0].OutputConditionIdentifier = "Custom"
        pdf.trailer.Info.Title = "Other"
        pdf.save(spoiled)
    found = "\n".join(faults(spoiled, Wanted((210, 297), 3.0, ("RAD-999",))))
    for word in ("/TrimBox", "a colour of a screen", "Custom", "/Title", "999"):
        assert word in found, word


@pytest.mark.slow
def test_all_starter_press_files(tmp_path):
    """Every leaflet, language and edition; built twice, they are the same bytes."""
    first = built(tmp_path / "first")
    project = read_project(ROOT)
    locales = 1 + len(project.config.targets)
    assert len(first) == len(LEAFLETS) * locales * len(project.config.editions)
    assert all_faults(first) == {}
    for path in first:
        readers_agree(path)
    second = built(tmp_path / "second")
    assert [path.name for path in first] == [path.name for path in second]
    assert all(filecmp.cmp(one, other, shallow=False) for one, other in zip(first, second, strict=True))
