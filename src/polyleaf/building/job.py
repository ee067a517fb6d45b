"""One file made and judged. Runs in a worker process: the only module that knows the render room."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from polyleaf.building.plan import Item
from polyleaf.checks.run import run
from polyleaf.errors import MachineError
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.edition import Edition
from polyleaf.model.finding import Finding, Severity, Waiver
from polyleaf.model.subject import LayoutComplaint
from polyleaf.pdf.reader import read_pdf
from polyleaf.render.order import RenderOrder


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make.

    Attributes:
        item: Which file it is.
        order: What the render room gets; its target is a temporary file.
        shown_as: What findings call the file.
        families: Font families that may be on its pages.
        waivers: Of the project and the leaflet.
    """

    item: Item
    order: RenderOrder
    shown_as: str
    families: tuple[str, ...]
    waivers: tuple[Waiver, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A finished temporary file.

    Attributes:
        pages: Number of pages.
        sha256: Of the file.
        findings: On the file, without the waived.
    """

    pages: int
    sha256: str
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Number of findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)


def make(job: Job) -> Made:
    """Render the file, read it back, judge what is really on its pages.

    Raises:
        PolyleafError: It cannot be rendered or read.
        MachineError: It cannot be written.
    """
    from polyleaf.render.render import render  # noqa: PLC0415 - WeasyPrint takes a second, and only workers need it

    target = job.order.target
    try:
        rendered = render(job.order)
        digest = _settle(target)
    except OSError as error:
        raise _machine_error(job.shown_as, error) from error
    printed = printed_document(job.order.document, job.order.edition, target, job.shown_as, job.families)
    leaflet = job.item.leaflet
    complaints = (LayoutComplaint(leaflet, fault.message, fault.location) for fault in rendered.faults)
    findings = run((printed, *complaints), job.waivers, partial=True)
    return Made(len(printed.facts.pages), digest, findings)


def printed_document(
    document: LocalizedDocument, edition: Edition, path: Path, shown_as: str, families: tuple[str, ...]
) -> PrintedDocument:
    """A finished file beside the document it should show, for the checks.

    Raises:
        UnreadablePdf: The file cannot be read.
    """
    return PrintedDocument(document, edition, read_pdf(path, shown_as), families)


def _settle(target: Path) -> str:
    """See to it that the file is on the disk before it takes its name; give its digest."""
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    return digest


def _machine_error(shown_as: str, error: OSError) -> MachineError:
    reason = error.strerror or str(error)
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    hint = "Free some space and build again." if full else "Run `polyleaf doctor`."
    return MachineError(f"{shown_as} cannot be made: {reason}", hint)
