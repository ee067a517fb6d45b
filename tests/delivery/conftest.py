"""A small project, what is printed of it, and a bundle made of that once for all tests that only look at it."""

from datetime import date

import pytest
from tests.projects.signing import sign_source
from tests.projects.two_leaflets import Folder

from polyleaf.delivery.bundle import PackageRequest, package
from polyleaf.report.package import preflight_files
from polyleaf.workspace import Workspace

TODAY = date(2026, 6, 1)


class Quiet:
    """Watches a build and says nothing."""

    def found(self, findings): ...

    def started(self, total, unchanged): ...
    def finished(self, outcome, findings): ...
    def refused(self, failed): ...
    def note(self, text): ...


def pack(folder, name="job.zip", **request):
    """Pack the clear edition of ``eyes``; give the report and the file."""
    target = folder.root.parent / name
    request = {"leaflets": ("eyes",), "editions": ("clear",), "jobs": 1, "allow_drafts": True, **request}
    return package(
        Workspace(folder.read(), TODAY), PackageRequest(target, folder.out, **request), Quiet(), preflight_files
    ), target


@pytest.fixture
def folder(tmp_path):
    folder = Folder(tmp_path / "project")
    sign_source(folder.read(), "eyes")
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder, the report on its bundle, and the bundle; nobody may change them."""
    folder = Folder(tmp_path_factory.mktemp("bundle") / "project")
    path = folder.root / "polyleaf.toml"
    path.write_text(
        path.read_text().replace(
            "[contacts.ward]",
            'verify = "https://leaflets.example.org/v/"\n[print]\nstock = "90 g uncoated"\nfinishing = "2 staples"\n'
            'proof_contact = "Ana Example"\n[contacts.ward]',
        )
    )
    sign_source(folder.read(), "eyes")
    orders = folder.write("orders.csv", "leaflet,locale,edition,copies\neyes,pl,clear,150\neyes,en_GB,clear,500\n")
    return (folder, *pack(folder, orders=orders))
