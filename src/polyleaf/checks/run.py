"""Runs every check that judges a kind of subject over the subjects, minus the waivers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from polyleaf.checks import registry
from polyleaf.checks.check import Attempt, Check, judge
from polyleaf.checks.subjects import leaflet_of, place_of
from polyleaf.checks.waivers import Judged, apply, uses
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Finding, Location, Waiver

_ENGINE = "engine"
"""Findings of this area say that something was not judged: nobody can waive them."""


def run(
    subjects: Iterable[object],
    waivers: Iterable[Waiver] = (),
    *,
    partial: bool = False,
    checks: Sequence[Check[Any]] | None = None,
) -> tuple[Finding, ...]:
    """Judge the subjects.

    Args:
        subjects: Leaflets, catalogs and finished files, in any order.
        waivers: Of the project and of the leaflets.
        partial: Only part of the project is judged (some leaflets or locales), so a waiver that took nothing away
            may still be needed and is not reported.
        checks: Those to run; all if None.

    Returns:
        The findings that are not waived, each once, sorted by path, line, page and locale.

    Raises:
        TypeError: There is no check for a kind of subject: it would pass unseen.
    """
    waivers = tuple(waivers)
    checks = registry.CHECKS if checks is None else checks
    judged: list[Judged] = []
    crashed: list[Attempt] = []
    ran: set[tuple[str, str | None]] = set()
    for subject in subjects:
        leaflet = leaflet_of(subject)
        for check in _judging(subject, checks):
            ran.add((check.id, leaflet))
            for result in judge(check, subject, place_of(subject)):
                if isinstance(result, Attempt):
                    crashed.append(result)
                else:
                    judged.append(Judged(leaflet, _from_the_leaflet(result, subject)))
    kept, used = apply(judged, waivers)
    known = (*registry.CHECKS, *checks) if waivers else ()
    outcome = uses(
        waivers,
        used=used,
        waivable={check.id for check in known if check.area != _ENGINE},
        ran=set() if partial else ran,
        nearest=registry.meant,
    )
    own = (finding for one in (*crashed, *outcome) for finding in _report(one))
    return tuple(sorted(dict.fromkeys((*kept, *own)), key=_order))


def _judging(subject: object, checks: Sequence[Check[Any]]) -> tuple[Check[Any], ...]:
    found = tuple(check for check in checks if isinstance(subject, check.subject))
    if not found:
        raise TypeError(f"no check judges a {type(subject).__name__}")
    return found


def _from_the_leaflet(finding: Finding, subject: object) -> Finding:
    """What is wrong with a whole print is mended where the leaflet is written."""
    if not isinstance(subject, PrintedDocument) or finding.fault.origin is not None:
        return finding
    return replace(finding, fault=replace(finding.fault, origin=Location(subject.document.path)))


def _report(subject: object) -> Iterator[Finding]:
    for check in _judging(subject, registry.CHECKS):
        yield from check.run(subject)


def _order(finding: Finding) -> tuple[str, int, int, str, int, str]:
    """What is wrong with a whole file comes last: it may come of what is wrong on its pages.

    Findings of one check at one place stay in the order of the text, in which the check finds them.
    """
    place = finding.fault.location
    return (
        place.path,
        place.line or 0,
        place.page or sys.maxsize,
        place.locale or "",
        -finding.severity,
        finding.check,
    )
