"""A file that is there, but not as it should be, is named with what to do."""

import pytest

from polyleaf.errors import ExitCode


def _told(polyleaf, *more):
    told = polyleaf("check", *more)
    assert told.code == ExitCode.FINDINGS
    return told.out + told.err


@pytest.mark.parametrize("name", ["leaflet.md.txt", "Leaflet.txt", "eyes.md", "leaflet.docx", "LEAFLET.MD"])
def test_a_leaflet_by_another_name(clinic, polyleaf, name):
    path = clinic.path("eyes")
    path.rename(path.with_name(name))
    told = _told(polyleaf, "eyes")
    assert f"leaflets/eyes/{name}: error: There is no leaflet.md, but {name}" in told
    assert "ename it to leaflet.md" in told


@pytest.mark.parametrize("name", ["hip.md", "hip.md.txt", "hip.docx"])
def test_a_leaflet_without_its_folder(clinic, polyleaf, name):
    clinic.write(f"leaflets/{name}", "---\ntitle: Hip\n---\nText\n")
    clinic.write("leaflets/README.md", "Notes of our own")
    told = _told(polyleaf)
    assert f"leaflets/{name}: error: This file is not read" in told
    assert "Move it to leaflets/hip/leaflet.md" in told
    assert "README" not in told
    assert "leaflets/hip" in _told(polyleaf, "hip"), "also by its name"


@pytest.mark.parametrize(
    "written", ["images\\eye.svg", "Images/Eye.SVG", "eye.svg", "C:\\Users\\Ann\\eye.svg", "./images/eyes.svg"]
)
def test_a_picture_by_another_name(clinic, polyleaf, written):
    line = clinic.change("eyes", "images/eye.svg", written)
    told = _told(polyleaf, "eyes")
    assert f"leaflets/eyes/leaflet.md:{line}: error: The picture “" in told
    assert "There is images/eye.svg" in told
    assert told.count("There is images/eye.svg") == 1
    assert "error: The picture" in told
    built = polyleaf("build", "eyes", "-l", "en_GB", "-e", "large", "-j", "1")
    assert built.code == ExitCode.OK, "a draft always prints"
    assert "does not read back" not in built.out


def test_a_faulty_fact_is_told_once(clinic, polyleaf):
    line = clinic.change("eyes", "unit: hour", "unit: hrz")
    told = _told(polyleaf, "eyes", "-l", "en_GB")
    assert f"leaflets/eyes/leaflet.md:{line}: error: The fact `fasting`" in told
    assert told.count("error:") == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--language", "--locale"),
        ("--langauge", "--locale"),
        ("--lang=pl", "--locale"),
        ("--outdir", "--out"),
        ("--dir", "-C"),
    ],
)
def test_options_of_other_programs(polyleaf, typed, meant):
    told = polyleaf("build", typed, "x")
    assert told.code == ExitCode.USAGE
    assert f"Did you mean {meant}?" in told.err
