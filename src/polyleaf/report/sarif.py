"""Findings as SARIF 2.1.0 (OASIS): what code hosts and editors show beside the file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from polyleaf import __version__
from polyleaf.checks import registry
from polyleaf.model.finding import Finding, Location, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def findings_sarif(findings: Sequence[Finding]) -> str:
    """A SARIF log with one run; paths are relative to the project.

    Lines are regions. A PDF has none: its page is a logical location, and stands in the message, too.
    """
    ids = list(dict.fromkeys(finding.check for finding in findings))
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "polyleaf", "version": __version__, "rules": list(map(_rule, ids))}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, ids.index(finding.check)) for finding in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(id: str) -> dict[str, Any]:  # noqa: A002 - an id is an id
    check = next((one for one in registry.CHECKS if one.id == id), None)
    if check is None:  # told by the layout engine, not by a check
        return {"id": id}
    return {
        "id": id,
        "shortDescription": {"text": f"{check.title}."},
        "fullDescription": {"text": check.rationale},
        "help": {"text": f"{check.rationale}\n\nSources: {'; '.join(check.references)}"},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    fault = finding.fault
    place = fault.place
    page = f"Page {fault.location.page}: " if fault.location.page is not None else ""
    hint = f"\n{fault.hint}" if fault.hint else ""
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{page}{fault.message}{hint}"},
    }
    if place.path:
        result["locations"] = [_location(place)]
    if place.locale:
        result["properties"] = {"locale": place.locale}
    return result


def _location(place: Location) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path)}}
    if place.line is not None:
        physical["region"] = {"startLine": max(place.line, 1)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.page is not None:
        location["logicalLocations"] = [{"name": f"page {place.page}", "kind": "page"}]
    return location
