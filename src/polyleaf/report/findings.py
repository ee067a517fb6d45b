"""Findings as text for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from polyleaf.model.finding import Finding, Severity
from polyleaf.model.wording import count

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def findings_json(findings: Sequence[Finding]) -> str:
    """``{"findings": [...]}`` with paths relative to the project; absent places are null."""
    rows = [
        {
            "check": finding.check,
            "severity": _WORDS[finding.severity],
            "path": finding.fault.location.path or None,
            "line": finding.fault.location.line,
            "page": finding.fault.location.page,
            "locale": finding.fault.location.locale,
            "message": finding.fault.message,
            "hint": finding.fault.hint or None,
        }
        for finding in findings
    ]
    return json.dumps({"findings": rows}, ensure_ascii=False, indent=2)


def finding_lines(finding: Finding) -> list[str]:
    """A finding in one or two lines: place, severity, message, check; then the way out."""
    fault = finding.fault
    place = str(fault.location)
    if fault.location.locale and fault.location.locale not in place:
        place += f" ({fault.location.locale})"
    lines = [f"{place}: {_WORDS[finding.severity]}: {fault.message} [{finding.check}]".lstrip(": ")]
    if fault.hint:
        lines.append(f"    -> {fault.hint}")
    return lines


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
