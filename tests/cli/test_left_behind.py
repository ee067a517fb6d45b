"""A leaflet that was removed: what is left of it is told, once."""

import shutil


def test_files_and_catalogs_of_a_removed_leaflet_are_told(clinic, polyleaf):
    assert polyleaf("build", "teeth", "-l", "pl", "-j", "1").code == 0
    shutil.rmtree(clinic.path("teeth").parent)
    check = polyleaf("check")
    words = "The leaflet “teeth” is gone, but 2 catalogs and 1 built file of it are still there"
    assert check.out.count(words) == 1
    assert "polyleaf build --prune" in check.out
    assert "teeth" not in polyleaf("check", "eyes").out
    build = polyleaf("build", "-l", "en_GB", "-j", "1", "--prune")
    assert build.out.count("The leaflet “teeth” is gone, but 2 catalogs of it are still there") == 1
    assert not list(clinic.out.glob("teeth/*/*"))


def test_what_was_not_validated_is_said_once(clinic, polyleaf):
    told = polyleaf("build", "-l", "pl", "-j", "1")
    lines = [line for line in told.out.splitlines() if line.startswith(("validated: ", "not validated "))]
    assert len(lines) == 1
