"""Findings, and verdicts, as plain values, to be remembered and told again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from polyleaf.checks.verdict import Verdict
from polyleaf.model.finding import Fault, Finding, Location, Severity


def recorded(finding: Finding) -> dict[str, Any]:
    """A finding as a JSON object."""
    return asdict(finding)


def recalled(told: Mapping[str, Any]) -> Finding:
    """The finding that a JSON object is.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: It is none.
    """
    fault = told["fault"]
    made = Fault(
        message=_text(fault["message"]),
        location=_location(fault["location"]) or Location(""),
        hint=_text(fault["hint"]),
        origin=_location(fault["origin"]),
        written=_location(fault["written"]),
        prints=tuple(place for one in fault["prints"] if (place := _location(one))),
    )
    return Finding(_text(told["check"]), Severity(told["severity"]), made)


def recorded_verdict(told: Verdict) -> dict[str, Any]:
    """A verdict as a JSON object."""
    return {"leaflet": told.leaflet, "ran": told.ran, "findings": [recorded(finding) for finding in told.findings]}


def recalled_verdict(told: Mapping[str, Any]) -> Verdict:
    """The verdict that a JSON object is.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: It is none.
    """
    return Verdict(told["leaflet"], tuple(told["ran"]), tuple(map(recalled, told["findings"])))


def _location(told: Mapping[str, Any] | None) -> Location | None:
    if told is None:
        return None
    left, area = told["locale"], told["area"]
    return Location(
        path=_text(told["path"]),
        line=None if told["line"] is None else int(told["line"]),
        page=None if told["page"] is None else int(told["page"]),
        locale=None if left is None else _text(left),
        area=None if area is None else _area(area),
    )


def _area(told: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - it comes from a file
    left, bottom, right, top = map(float, told)
    return left, bottom, right, top


def _text(value: Any) -> str:  # noqa: ANN401 - it comes from a file
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
