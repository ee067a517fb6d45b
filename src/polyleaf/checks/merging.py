"""One fault, one finding: what is found again on another page, in another edition or language is told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import inf

from polyleaf.checks import registry
from polyleaf.model.finding import Finding, Location

_FIGURES = re.compile(r"\d[\d.,]*|“[^”]*”|, and \d+ more on the page")
"""What differs from print to print: measures, and how much of the text stands on the line."""

_WORDS = re.compile("“[^”]*”")


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file and line, with one for each fault of a print; it tells all the places where it shows.

    A fault of several languages is one of the source; one of a single language is one of its translation.
    """
    groups: dict[object, list[Finding]] = {}
    same: dict[object, object] = {}
    for finding in _told(tuple(dict.fromkeys(findings))):
        fault = _fault_of(finding)
        if about := _about(finding):
            fault = same.setdefault((finding.check, *about), fault)
        groups.setdefault(fault, []).append(finding)
    found = (_one(group) if group[0].fault.origin else group[0] for group in groups.values())
    return tuple(sorted(found, key=_place))


def _told(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Without what another check tells more exactly of the same page, or of the same words in another edition."""
    found: set[object] = {(one.check, place) for one in findings for place in _pages(one)}
    found |= {(one.check, *about) for one in findings if (about := _about(one))}
    areas = {one.check.partition("/")[0] for one in findings} & registry.AREAS.keys()  # others need not be loaded
    told_by = {one.id: one.told_by for area in areas for one in registry.checks_of(area) if one.told_by}
    for finding in findings:
        others = told_by.get(finding.check, ())
        places = (*((place,) for place in _pages(finding)), _about(finding))
        if not any((other, *place) in found for other in others for place in places if place):
            yield finding


def _about(finding: Finding) -> tuple[object, ...]:
    """Where the words of a finding on a page were written, and these words; nothing if that is not known.

    A warning is another matter than an error about the same words.
    """
    origin, words = finding.fault.origin, _WORDS.search(finding.fault.message)
    return (origin, words[0], finding.severity) if origin and origin.line and words else ()


def _pages(finding: Finding) -> tuple[Location, ...]:
    return finding.fault.prints or (finding.fault.location,)


def _place(finding: Finding) -> tuple[str, float]:
    """What is wrong with a whole print comes after what is wrong at a line."""
    place = finding.fault.place
    return place.path, place.line or (inf if finding.fault.origin else 0)


def _fault_of(finding: Finding) -> object:
    fault = finding.fault
    if fault.origin is None:
        return finding
    return finding.check, finding.severity, fault.origin.path, fault.origin.line, _FIGURES.sub("", fault.message)


def _one(group: list[Finding]) -> Finding:
    first = group[0].fault
    prints = tuple(dict.fromkeys(place for one in group for place in _pages(one)))
    alone = len({place.locale for place in prints}) == 1
    return replace(group[0], fault=replace(first, prints=prints, written=first.written if alone else None))
