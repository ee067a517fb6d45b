"""Runs every check that judges a kind of subject over the subjects, minus the waivers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from polyleaf.checks import registry
from polyleaf.checks.check import Attempt, Check
from polyleaf.checks.verdict import Verdict, judging, verdict
from polyleaf.checks.waivers import Judged, apply, uses
from polyleaf.model.finding import Finding, Waiver

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
        subjects: Leaflets, catalogs and finished files, or verdicts on such, in any order.
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
    judged: list[Judged] = []
    crashed: list[Attempt] = []
    ran: set[tuple[str, str | None]] = set()
    for subject in subjects:
        told = subject if isinstance(subject, Verdict) else verdict(subject, checks)
        ran.update((check, told.leaflet) for check in told.ran)
        judged += [Judged(told.leaflet, finding) for finding in told.findings]
        crashed += told.crashed
    kept, used = apply(judged, waivers)
    known = (*registry.CHECKS, *(checks or ())) if waivers else ()
    outcome = uses(
        waivers,
        used=used,
        waivable={check.id for check in known if check.area != _ENGINE},
        ran=set() if partial else ran,
        nearest=registry.meant,
    )
    own = (finding for one in (*crashed, *outcome) for finding in _report(one))
    return tuple(sorted(dict.fromkeys((*kept, *own)), key=_order))


def _report(subject: object) -> Iterator[Finding]:
    for check in judging(subject):
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
