"""``catalog approve``: people sign off a leaflet in one language as it stands now."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from polyleaf.building.release import Release
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.po.reader import load
from polyleaf.catalog.signoff.entry import people_trouble, signer_trouble
from polyleaf.catalog.signoff.ledger import record
from polyleaf.errors import ExitCode, PolyleafError, UsageError, nearest
from polyleaf.model.approval import Approval, Standing
from polyleaf.model.finding import Fault, Finding, Severity
from polyleaf.model.project import Project
from polyleaf.model.wording import count
from polyleaf.workspace import Workspace

_MACHINE = "machine translation"
"""What the header of a catalog says, in whatever field, if a machine made it."""


class NotReadyError(PolyleafError):
    """A leaflet in a language that nobody may sign off yet.

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
        translator, reviser, clinician: Their names; the first two do not sign what its author wrote.
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
        same_version: The earlier sign-off of another text under the same version number, or None.
    """

    approval: Approval
    path: str
    new: bool
    faults: tuple[Fault, ...]
    same_version: Approval | None = None


def check_request(workspace: Workspace, leaflet: str, locale: str, signatures: Signatures) -> None:
    """See whether these people could sign this leaflet in this language at all; nothing is judged yet.

    Raises:
        NotReadyError: The leaflet cannot be read.
        UsageError: There is no such leaflet or language, or these people cannot sign it.
    """
    _check_names(workspace.project, leaflet, locale)
    _check_people(workspace.project, leaflet, locale, signatures)
    if signatures.date > workspace.today:
        raise UsageError(f"{signatures.date} has not come yet", "Give the day on which the last of them signed.")


def approve(workspace: Workspace, leaflet: str, locale: str, signatures: Signatures) -> Signed:
    """Record that people sign off a leaflet in a language; nothing is written unless everything holds.

    A translation has three names. The text as its author wrote it has that of the clinician.

    Raises:
        NotReadyError: An ERROR stands against the leaflet, its translation or the words of the templates, or a lost
            denial, a text in another language or one that is not translated, unless it was waived.
        UsageError: There is no such leaflet or language, or these people cannot sign it.
        MachineError: The ledger cannot be read or written.
    """
    project = workspace.project
    check_request(workspace, leaflet, locale, signatures)
    if locale == project.config.source:
        signatures = replace(signatures, translator="", reviser="", machine_translated=False)
    release = Release(workspace)
    if bars := release.bars(leaflet, locale):
        raise NotReadyError(
            f"{_count(bars)} against it, so nobody may sign it off",
            f"See all of it: polyleaf check {leaflet} -l {locale}",
            tuple(map(_named, bars)),
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
        contacts=content.contacts,
    )
    ledger = release.signoff.ledger
    before = release.signoff.verdict(leaflet, locale)
    earlier = before.approval if before.standing is Standing.VOID else None
    if before.standing is Standing.APPROVED and before.approval and _people(before.approval) == _people(approval):
        return Signed(before.approval, before.approval.location.path, new=False, faults=ledger.faults)
    same = earlier if earlier is not None and earlier.version == approval.version else None
    return Signed(approval, record(project, approval), new=True, faults=ledger.faults, same_version=same)


def _count(bars: Sequence[Finding]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in bars)
    parts = (count(errors, "error"), count(len(bars) - errors, "warning"))
    words = " and ".join(part for part in parts if not part.startswith("0 "))
    return f"{words} {'stands' if len(bars) == 1 else 'stand'}"


def _named(finding: Finding) -> Fault:
    """The fault; with how to waive it, where a person may decide that it is none."""
    fault = finding.fault
    if finding.severity is Severity.ERROR:
        return fault
    waiver = f'waivers: [{{check: {finding.check}, reason: "…"}}]'
    return replace(fault, hint=f"{fault.hint}. If it is right as it is, say why in front of leaflet.md: {waiver}")


def _check_names(project: Project, leaflet: str, locale: str) -> None:
    for broken in project.broken:
        if broken.name == leaflet:
            raise NotReadyError("the leaflet cannot be read", "Mend it first.", broken.faults)
    if leaflet not in project.leaflets:
        near = nearest(leaflet, project.leaflets)
        raise UsageError(f"there is no leaflet called {leaflet[:80]!r}", f"Did you mean {near}?" if near else "")
    if locale not in project.config.locales:
        known = ", ".join(project.config.locales)
        raise UsageError(f"{locale[:40]!r} is not a language of this project", f"There are: {known}.")


def _check_people(project: Project, leaflet: str, locale: str, signatures: Signatures) -> None:
    if locale == project.config.source:
        message, hint = signer_trouble("clinician", signatures.clinician)
        if message:
            raise UsageError(message, hint)
        return
    if missing := [role for role in ("translator", "reviser") if not getattr(signatures, role)]:
        hint = "A translation is signed off by three people: --translator, --reviser and --clinician."
        raise UsageError(f"who was the {' and the '.join(missing)} of the translation into {locale}?", hint)
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
