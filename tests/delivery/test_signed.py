"""From draft to release and back: what is packed, and what verify says of each print on the way."""

import pytest
from tests.building.test_release import PEOPLE
from tests.delivery.conftest import TODAY, Quiet
from tests.projects.drops import add_drops
from tests.projects.folder import Clinic

from polyleaf.delivery.bundle import PackageRequest, package
from polyleaf.inspecting.currency import Currency
from polyleaf.inspecting.verify import Verifier
from polyleaf.report.package import preflight_files
from polyleaf.source.reader import read_project
from polyleaf.translating.approving import approve
from polyleaf.workspace import Workspace


@pytest.fixture
def clinic(tmp_path):
    clinic = Clinic(tmp_path / "clinic")
    add_drops(clinic)
    return clinic


def pack(clinic, name, **wishes):
    target = clinic.root.parent / name
    request = PackageRequest(target, clinic.out, ("drops",), ("pl",), ("large",), jobs=1, **wishes)
    return package(Workspace(read_project(clinic.root, ["drops"]), TODAY), request, Quiet(), preflight_files), target


def verify(clinic, code):
    return Verifier(Workspace(read_project(clinic.root), TODAY), clinic.out).code(code)


def test_draft_release_withdrawn(clinic):
    refused, target = pack(clinic, "none.zip")
    assert refused.refused
    assert not target.exists()

    draft, old = pack(clinic, "draft.zip", allow_drafts=True)
    (before,) = draft.ticket.items
    assert before.state == "draft"
    answer = verify(clinic, before.code)
    assert answer.currency is Currency.UNAPPROVED
    assert "draft" in answer.reasons[0]
    assert "Eye ward" in answer.hint

    approve(Workspace(read_project(clinic.root, ["drops"]), TODAY), "drops", "pl", PEOPLE)
    answer = verify(clinic, before.code)
    assert answer.currency is Currency.OLDER
    assert "signed off since" in answer.reasons[0]

    release, _ = pack(clinic, "release.zip", since=old)
    (after,) = release.ticket.items
    assert after.state == "release"
    assert [(box.keep, box.present) for box in release.boxes] == [(False, after.code)]
    answer = verify(clinic, after.code)
    assert answer.is_current
    assert answer.print.state == "release"

    ledger = clinic.root / "translations/approvals/drops/pl.toml"
    ledger.unlink()
    assert verify(clinic, after.code).currency is Currency.WITHDRAWN
    for code in (before.code, after.code):
        answer = verify(clinic, code)
        assert (answer.is_current, answer.present) == (False, ("", ""))
        assert "there is no approved print of it now" in answer.reasons
