"""A preflight report as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from polyleaf.checks.registry import find
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.preflight import NotJudged, PreflightReport
from polyleaf.report.findings import counted

WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def where(report: PreflightReport, finding: Finding) -> str:
    """``page 2, 20 mm from the left, 35 mm from the top``: measured on the page as it is cut."""
    place = finding.fault.location
    if place.page is None:
        return "whole file"
    sheet = report.sheet(place.page)
    if place.area is None or sheet is None:
        return f"page {place.page}"
    left, top, _, _ = sheet.from_corner(place.area)
    return f"page {place.page}, {left:.0f} mm from the left, {top:.0f} mm from the top"


def preflight_text(report: PreflightReport) -> str:
    """The report for a terminal: what the file is, each finding with its place and the way out, a verdict."""
    lines = [f"{report.path}: {_facts(report)}"]
    for findings in _together(report.findings):
        first = findings[0]
        place = where(report, first) if len(findings) == 1 else f"pages {_pages(findings)}"
        lines.append(f"  {WORDS[first.severity]}: {place}: {first.fault.message} [{first.check}]")
        if first.fault.hint:
            lines.append(f"      -> {first.fault.hint}")
    lines += [f"  note: {note}" for note in report.notes]
    verdict = "may go to print" if report.passed else "is not ready for print"
    lines.append(f"  {counted(report.findings)}: the file {verdict} ({report.preset})")
    return "\n".join(lines)


def _together(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """What is wrong in the same words on several pages is told once."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.check, finding.fault.message), []).append(finding)
    yield from groups.values()


def _pages(findings: Sequence[Finding]) -> str:
    """``1 to 4, 7``."""
    runs: list[list[int]] = []
    for page in sorted({finding.fault.location.page or 0 for finding in findings}):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def _facts(report: PreflightReport) -> str:
    shown = dict(report.summary)
    pages = "1 page" if shown.get("Pages") == "1" else f"{shown.get('Pages', '?')} pages"
    return f"{pages}, {shown.get('Size', '?')}, {shown.get('Standard', '?')}, bound at the {shown.get('Bound at the')}"


def preflight_json(outcomes: Sequence[PreflightReport | NotJudged]) -> str:
    """What came of all files, for machines, in the order given."""
    return json.dumps({"files": [_file(one) for one in outcomes]}, ensure_ascii=False, indent=2)


def _file(outcome: PreflightReport | NotJudged) -> dict[str, object]:
    if isinstance(outcome, NotJudged):
        return {"path": outcome.path, "passed": False, "unreadable": outcome.message, "hint": outcome.hint}
    return {
        "path": outcome.path,
        "profile": outcome.preset,
        "passed": outcome.passed,
        "facts": dict(outcome.summary),
        "findings": list(_rows(outcome)),
        "notes": list(outcome.notes),
    }


def _rows(report: PreflightReport) -> Iterator[dict[str, object]]:
    for finding in report.findings:
        place, sheet = finding.fault.location, report.sheet(finding.fault.location.page)
        area = sheet.from_corner(place.area) if sheet and place.area else None
        yield {
            "check": finding.check,
            "severity": WORDS[finding.severity],
            "page": place.page,
            "area_mm": [round(side, 1) for side in area] if area else None,
            "message": finding.fault.message,
            "hint": finding.fault.hint or None,
            "rules": list(find(finding.check).references),
        }
