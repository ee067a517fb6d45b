"""Bundles and the Dask run under fire: a bundle is whole or not there; looking at one changes nothing."""

import random
import zipfile

import pytest
from tests.faults.commands import Fault, carried_out, files, litter
from tests.faults.test_every_write import Work
from tests.projects.drops import add_drops
from tests.projects.folder import Clinic

from polyleaf.cli.main import run

_KILLS = 50

ASKED = ["drops", "-l", "pl", "-e", "large", "-j", "1"]


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """A project with a bundle outside of it, and all that its making has taught this process."""
    place = tmp_path_factory.mktemp("bundle")
    clinic = Clinic(place / "clinic")
    add_drops(clinic)
    assert run(["package", *ASKED, "--allow-drafts", "-o", str(place / "job.zip"), "-C", str(clinic.root)]) == 0
    return clinic, place


@pytest.mark.slow
def test_a_bundle_that_is_killed_at_every_write(packed, tmp_path):
    clinic, _ = packed
    inside = clinic.root / "job.zip"
    work = Work(clinic.root, tmp_path, ["package", *ASKED, "--allow-drafts", "-o", inside], built=True)
    chance = random.Random(3)  # noqa: S311 - moments are no secrets
    for number in range(1, max(_KILLS, work.writes) + 1):
        if number <= work.writes:
            work.meets(Fault(number, roots=(work.root,)))
        else:
            work.meets(Fault(roots=(work.root,)), after=chance.uniform(0.01, 1.0))
        if inside.exists():
            with zipfile.ZipFile(inside) as bundle:
                assert bundle.testzip() is None
        if number % 5 == 0 or number <= work.writes:
            work.again(number)


@pytest.mark.slow
def test_verify_that_is_killed_leaves_everything_as_it_is(packed, tmp_path):
    clinic, place = packed
    before = files(clinic.root)
    asked = ["verify", place / "job.zip", "-C", clinic.root]
    whole = carried_out(asked, Fault(), tmp_path / "told")
    chance = random.Random(4)  # noqa: S311 - as above
    for _ in range(_KILLS):
        carried_out(asked, Fault(), tmp_path / "told", after=chance.uniform(0.005, 0.5))
        assert files(clinic.root) == before
        assert not litter(clinic.root)
    assert carried_out(asked, Fault(), tmp_path / "told").said == whole.said
