"""One file made and judged, and its press file. Runs in a worker process, where alone the render room is loaded."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from polyleaf.building.plan import Item
from polyleaf.building.pressing import PressPart, press
from polyleaf.checks.run import run
from polyleaf.errors import MachineError
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.edition import Edition
from polyleaf.model.finding import Finding, Severity, Waiver
from polyleaf.model.logo import ANY_LOGO, LogoRules
from polyleaf.model.subject import LayoutComplaint
from polyleaf.model.validation import Conformance, Validation
from polyleaf.pdf.reader import read_pdf
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.pdf.validators.page_validation import find_page_validation
from polyleaf.pdf.validators.validator import Absent
from polyleaf.render.order import RenderOrder
from polyleaf.workers.worker import Failure, carry_out

IF_SLOW = (
    "A style sheet of yours may come to no end (flex, grid): build without it and compare. "
    "Else look for a very large picture or table."
)
"""What to do if a file is not made in time."""


@dataclass(frozen=True, slots=True)
class Job:
    """One accessible file to make, or a press file, or both.

    Attributes:
        item: Which accessible file it is.
        order: What the render room gets; its target is a temporary file.
        shown_as: What findings call the file.
        families: Font families that may be on its pages.
        waivers: Of the project and the leaflet.
        press: The press file to finish from it, or None.
        asked: Whether the accessible file is asked for, or only the press file.
        current: The accessible file, if it is there and current: it is not laid out again then.
    """

    item: Item
    order: RenderOrder
    shown_as: str
    families: tuple[str, ...]
    waivers: tuple[Waiver, ...]
    press: PressPart | None = None
    asked: bool = True
    current: Path | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The files that come of it."""
        return (*((self.item,) if self.asked else ()), *((self.press.item,) if self.press else ()))


@dataclass(frozen=True, slots=True)
class Made:
    """A finished temporary file.

    Attributes:
        pages: Number of pages.
        sha256: Of the file.
        findings: On the file, without the waived.
        validated: What the validator said, or "".
        code: The code that stands on the print.
        press: The press file that was finished from it, or why there is none; None if none is asked for.
    """

    pages: int
    sha256: str
    findings: tuple[Finding, ...]
    validated: str = ""
    press: Made | Failure | None = None
    code: str = ""

    def count(self, severity: Severity) -> int:
        """Number of findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)


def make(job: Job) -> Made:
    """Make the file, and finish its press file unless a check found an ERROR on it.

    Raises:
        PolyleafError: The accessible file cannot be rendered or read.
        MachineError: It cannot be written.
    """
    made = _accessible(job) if job.current is None else Made(0, "", ())
    if job.press is None or made.count(Severity.ERROR):
        return made
    return replace(made, press=carry_out(partial(_press, job, code=made.code), job.press))


def _press(job: Job, part: PressPart, code: str = "") -> Made:
    try:
        pressed = press(part, job.order, job.current or job.order.target, job.waivers, code)
        digest = _settle(part.target)
    except OSError as error:
        raise _machine_error(part.shown_as, error) from error
    return Made(pressed.pages, digest, pressed.findings, code=pressed.code)


def _accessible(job: Job) -> Made:
    """Render the file, read it back, judge what is really on its pages."""
    from polyleaf.render.render import render  # noqa: PLC0415 - WeasyPrint takes a second, and only workers need it

    target = job.order.target
    try:
        rendered = render(job.order)
        digest = _settle(target)
    except OSError as error:
        raise _machine_error(job.shown_as, error) from error
    order = job.order
    printed = printed_document(
        order.document, order.edition, target, job.shown_as, job.families, order.accessible, order.source, order.logo
    )
    leaflet = job.item.leaflet
    complaints = (LayoutComplaint(leaflet, fault.message, fault.location) for fault in rendered.faults)
    findings = run((printed, *complaints), job.waivers, partial=True)
    validated = "; ".join(str(verdict) for verdict in printed.validations)
    return Made(len(printed.facts.pages), digest, findings, validated, code=rendered.code)


def printed_document(
    document: LocalizedDocument,
    edition: Edition,
    path: Path,
    shown_as: str,
    families: tuple[str, ...],
    accessible: str,
    source: LocalizedDocument | None = None,
    logo: LogoRules = ANY_LOGO,
) -> PrintedDocument:
    """A finished file beside the document it should show, for the checks.

    Args:
        document: What it should say.
        edition: How large, on what paper.
        path: The file.
        shown_as: What findings call it.
        families: Font families that may be on its pages.
        accessible: The standard it is held against, or "" if that was done already.
        source: The leaflet in its source language, if it is printed beside the document.
        logo: What the organisation asks of a logo.

    Raises:
        UnreadablePdf: The file cannot be read.
    """
    validations = _validations(path, accessible)
    facts, tags = read_pdf(path, shown_as), read_tags(path, shown_as)
    return PrintedDocument(document, edition, facts, families, validations, tags, source, logo)


def _validations(path: Path, accessible: str) -> tuple[Validation, ...]:
    """The verdict of the quick validator, if it is there and knows the standard; veraPDF has its own command."""
    validator = find_page_validation()
    if not accessible or isinstance(validator, Absent) or accessible not in validator.profiles:
        return ()
    return tuple(validator.validate((path,), Conformance(accessible)))


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
