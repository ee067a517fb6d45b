"""``catalog approve``: three people sign off a translation as it stands now."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from polyleaf.building.release import Release
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.po.reader import load
from polyleaf.catalog.signoff.entry import people_trouble
from polyleaf.catalog.signoff.ledger import record
from polyleaf.errors import ExitCode, PolyleafError, UsageError, nearest
from polyleaf.model.approval import Approval, Standing
from polyleaf.model.finding import Fault
from polyleaf.model.project import Project
from polyleaf.model.wording import count
from polyleaf.workspace import Workspace

_MACHINE = "machine translation"
"""What the header of a catalog says, in whatever field, if a machine made it."""


class NotReadyError(PolyleafError):
    """A translation that nobody may sign off yet.

    Args:
        message: Why.
        hint: What to do.
        faults: The errors that stand.
    """

    exit_code = ExitCode.FINDINGS

    def __init__(self, message: str, hint: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(message, hint)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs, and when.

    Attributes:
        translator, reviser, clinician: Their names.
        machine_translated: Whether a machine made the first version.
        date: The day of the sign-off.
    """

    translator: str
    reviser: str
    clinician: str
    machine_translated: bool
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Signed:
    """What was recorded.

    Attributes:
        approval: The entry.
        path: The ledger, relative to the project.
        new: False if the very same sign-off stood there already.
        faults: Other entries of the ledger that cannot be used.
    """

    approval: Approval
    path: str
    new: bool
    faults: tuple[Fault, ...]


def approve(workspace: Workspace, leaflet: str, locale: str, signatures: Signatures) -> Signed:
    """Record that three people sign off a translation; nothing is written unless everything holds.

    Raises:
        NotReadyError: An ERROR stands against the leaflet, its translation or the words of the templates.
        UsageError: There is no such translation, or these people cannot sign it.
        MachineError: The ledger cannot be read or written.
    """
    project = workspace.project
    _check_names(project, leaflet, locale)
    _check_people(project, leaflet, locale, signatures)
    if signatures.date > workspace.today:
        raise UsageError(f"{signatures.date} has not come yet", "Give the day on which the last of them signed.")
    release = Release(workspace)
    if errors := release.errors(leaflet, locale):
        raise NotReadyError(
            f"{count(len(errors), 'error stands', 'errors stand')} against it, so nobody may sign it off",
            f"See all of it: polyleaf check {leaflet} -l {locale}",
            tuple(finding.fault for finding in errors),
        )
    content = release.signoff.content(leaflet, locale)
    approval = Approval(
        leaflet=leaflet,
        locale=locale,
        translator=_clean(signatures.translator),
        reviser=_clean(signatures.reviser),
        clinician=_clean(signatures.clinician),
        machine_translated=signatures.machine_translated,
        date=signatures.date,
        version=project.leaflets[leaflet].version,
        digest=content.digest,
        texts=content.text_marks,
        words=content.word_marks,
        facts=content.outline.facts,
    )
    ledger = release.signoff.ledger
    before = release.signoff.verdict(leaflet, locale)
    if before.standing is Standing.APPROVED and before.approval and _people(before.approval) == _people(approval):
        return Signed(before.approval, before.approval.location.path, new=False, faults=ledger.faults)
    return Signed(approval, record(project, approval), new=True, faults=ledger.faults)


def _check_names(project: Project, leaflet: str, locale: str) -> None:
    for broken in project.broken:
        if broken.name == leaflet:
            raise NotReadyError("the leaflet cannot be read", "Mend it first.", broken.faults)
    if leaflet not in project.leaflets:
        near = nearest(leaflet, project.leaflets)
        raise UsageError(f"there is no leaflet called {leaflet[:80]!r}", f"Did you mean {near}?" if near else "")
    if locale == project.config.source:
        raise UsageError(f"{locale} is the language the leaflets are written in", "Only translations are signed off.")
    if locale not in project.config.targets:
        known = ", ".join(project.config.targets)
        raise UsageError(f"{locale[:40]!r} is not a language of this project", f"There are: {known}.")


def _check_people(project: Project, leaflet: str, locale: str, signatures: Signatures) -> None:
    _, message, hint = people_trouble(
        signatures.translator,
        signatures.reviser,
        signatures.clinician,
        machine_translated=signatures.machine_translated,
    )
    if message:
        raise UsageError(message, hint)
    catalog = load(project, locale, leaflet)
    if catalog is None or signatures.machine_translated:
        return
    said = (*catalog.comments, *(value for _, value in catalog.headers))
    if any(_MACHINE in line.casefold() for line in said):
        path = project.relative(catalog_path(project.root, locale, leaflet))
        raise UsageError(
            f"{path} says that it is a machine translation",
            "Add --machine-translated; or, if a person translated it anew, say so in the header of the catalog.",
        )


def _clean(name: str) -> str:
    return " ".join(name.split())


def _people(approval: Approval) -> tuple[str, str, str, bool]:
    return approval.translator, approval.reviser, approval.clinician, approval.machine_translated
