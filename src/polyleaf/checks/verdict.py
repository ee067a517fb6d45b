"""What all checks say of a subject, apart from waivers: it can be had in another process, and remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from polyleaf.checks import registry
from polyleaf.checks.check import Attempt, Check, judge
from polyleaf.checks.subjects import leaflet_of, place_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Finding, Location


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found on one subject, or on several of one leaflet.

    Attributes:
        leaflet: Which leaflet it is about; None if none.
        ran: Ids of the checks that judged it.
        findings: What they found, the waived too.
        crashed: Checks that failed themselves.
    """

    leaflet: str | None
    ran: tuple[str, ...]
    findings: tuple[Finding, ...]
    crashed: tuple[Attempt, ...] = ()


def verdict(subject: object, checks: Sequence[Check[Any]] | None = None) -> Verdict:
    """Judge a subject.

    Args:
        subject: A leaflet, catalog or finished file.
        checks: Those to run; all if None.

    Raises:
        TypeError: There is no check for such a subject: it would pass unseen.
    """
    fitting = judging(subject, checks)
    place = place_of(subject)
    told = [one for check in fitting for one in judge(check, subject, place)]
    findings = tuple(_from_the_leaflet(one, subject) for one in told if isinstance(one, Finding))
    crashed = tuple(one for one in told if isinstance(one, Attempt))
    return Verdict(leaflet_of(subject), tuple(check.id for check in fitting), findings, crashed)


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """Verdicts on several subjects of one leaflet as one."""
    all_of = tuple(verdicts)
    return Verdict(
        next((one.leaflet for one in all_of), None),
        tuple(dict.fromkeys(check for one in all_of for check in one.ran)),
        tuple(finding for one in all_of for finding in one.findings),
        tuple(attempt for one in all_of for attempt in one.crashed),
    )


def judging(subject: object, checks: Sequence[Check[Any]] | None = None) -> tuple[Check[Any], ...]:
    """The checks that judge such a subject; those of the given ones, if they are given.

    Raises:
        TypeError: There is none.
    """
    kind: type = type(subject)
    known = registry.judging(kind) if checks is None else checks
    found = tuple(check for check in known if issubclass(kind, check.subject))
    if not found:
        raise TypeError(f"no check judges a {kind.__name__}")
    return found


def _from_the_leaflet(finding: Finding, subject: object) -> Finding:
    """What is wrong with a whole print is mended where the leaflet is written."""
    if not isinstance(subject, PrintedDocument) or finding.fault.origin is not None:
        return finding
    return replace(finding, fault=replace(finding.fault, origin=Location(subject.document.path)))
