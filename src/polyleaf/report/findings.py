"""Findings as text for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.model.foreign import one_name
from polyleaf.model.wording import count, listed

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

_TOLD = 3
"""Most prints that a finding names."""


def findings_json(findings: Sequence[Finding]) -> str:
    """``{"findings": [...]}`` with paths relative to the project; absent places are null."""
    rows = [
        {
            "check": finding.check,
            "severity": _WORDS[finding.severity],
            "path": finding.fault.place.path or None,
            "line": finding.fault.place.line,
            "page": finding.fault.location.page,
            "locale": _locale(finding.fault),
            "message": finding.fault.message,
            "hint": finding.fault.hint or None,
            "prints": [{"path": one.path, "page": one.page, "locale": one.locale} for one in prints(finding.fault)],
        }
        for finding in findings
    ]
    return json.dumps({"findings": rows}, ensure_ascii=False, indent=2)


def all_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Findings for people; a way out that several findings in a row share stands once, under the first of them."""
    before: Finding | None = None
    for finding in findings:
        yield from finding_lines(finding, before)
        before = finding


def finding_lines(finding: Finding, before: Finding | None = None) -> list[str]:
    """A finding in one or two lines: place, severity, message, check; then the way out.

    Args:
        finding: What was found.
        before: The finding that was told before it: the same way out is not told again.
    """
    fault = finding.fault
    place = str(fault.place)
    if fault.place.locale and fault.place.locale not in place:
        place += f" ({fault.place.locale})"
    where = f" ({listed(map(_print, prints(fault)), _TOLD)})" if fault.origin else ""
    lines = [f"{place}: {_WORDS[finding.severity]}: {fault.message}{where} [{finding.check}]".lstrip(": ")]
    is_told = before is not None and (before.check, before.fault.hint) == (finding.check, fault.hint)
    if fault.hint and not is_told:
        lines.append(f"    -> {fault.hint}")
    return lines


def prints(fault: Fault) -> tuple[Location, ...]:
    """The files and pages on which a fault shows; none of one that was found in what people wrote."""
    return fault.prints or ((fault.location,) if fault.origin else ())


def _print(place: Location) -> str:
    """``page 3 of hip-pl-large.pdf``."""
    name = one_name(place.path.rpartition("/")[2])
    return f"page {place.page} of {name}" if place.page is not None else name


def _locale(fault: Fault) -> str | None:
    """The language it is about; none of a fault that shows in several."""
    locales = {place.locale for place in prints(fault) or (fault.place,)}
    return locales.pop() if len(locales) == 1 else None


def shown(findings: Iterable[Finding], verbose: bool) -> list[Finding]:
    """The findings a person sees: notes only with ``-v``."""
    return [finding for finding in findings if verbose or finding.severity > Severity.NOTE]


def counted(findings: Iterable[Finding]) -> str:
    """How many there are of each severity: ``2 errors, 1 warning``, or ``no findings``."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    parts = [count(number, _WORDS[severity]) for severity, number in sorted(counts.items(), reverse=True) if number]
    return ", ".join(parts) or "no findings"
