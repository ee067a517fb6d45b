"""Waivers: findings that somebody accepts, with the reason in writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from polyleaf.model.finding import Finding, Waiver


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding and the leaflet it is about (None: the project)."""

    leaflet: str | None
    finding: Finding


@dataclass(frozen=True, slots=True)
class WaiverUse:
    """What became of a waiver in one run: the subject of the checks on waivers.

    Attributes:
        waiver: The waiver.
        known: Whether there is such a check and it may be waived.
        used: Whether it took a finding away, or could not because its check was not run.
        nearest: The id that was perhaps meant, or "".
    """

    waiver: Waiver
    known: bool
    used: bool
    nearest: str = ""


def covers(waiver: Waiver, check: str, leaflet: str | None) -> bool:
    """Whether a waiver is for this check on this leaflet; a waiver without a reason is for nothing."""
    return bool(waiver.reason.strip()) and waiver.check == check and waiver.leaflet in (None, leaflet)


def apply(judged: Iterable[Judged], waivers: Iterable[Waiver]) -> tuple[tuple[Finding, ...], frozenset[Waiver]]:
    """The findings that no waiver covers, and the waivers that took one away."""
    waivers = tuple(waivers)
    kept: list[Finding] = []
    used: set[Waiver] = set()
    for one in judged:
        covering = [waiver for waiver in waivers if covers(waiver, one.finding.check, one.leaflet)]
        used.update(covering)
        if not covering:
            kept.append(one.finding)
    return tuple(kept), frozenset(used)


def uses(
    waivers: Iterable[Waiver],
    *,
    used: AbstractSet[Waiver],
    waivable: AbstractSet[str],
    ran: AbstractSet[tuple[str, str | None]],
    nearest: Callable[[str], str],
) -> tuple[WaiverUse, ...]:
    """What became of each waiver.

    Args:
        waivers: All that were given.
        used: Those that took a finding away.
        waivable: Ids that a waiver may name.
        ran: The checks that were run, each with the leaflet it judged: only these can show a waiver to be idle.
        nearest: Finds the id that was perhaps meant.
    """
    found: list[WaiverUse] = []
    for waiver in dict.fromkeys(waivers):
        if waiver.check not in waivable:
            found.append(WaiverUse(waiver, known=False, used=False, nearest=nearest(waiver.check)))
            continue
        tried = any(waiver.check == check and waiver.leaflet in (None, leaflet) for check, leaflet in ran)
        found.append(WaiverUse(waiver, known=True, used=waiver in used or not tried))
    return tuple(found)
