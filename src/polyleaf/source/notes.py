"""Notes of authors to each other: ``<!-- … -->`` on lines of its own, which no reader sees."""

from __future__ import annotations

from collections.abc import Sequence

from polyleaf.manuscript.faults import FaultLog

_BEGIN, _END = "<!--", "-->"


def without_notes(lines: Sequence[str], log: FaultLog) -> list[str]:
    """The lines with empty ones in the place of notes; what stands on a line with words is no note, and stays.

    Args:
        lines: The body of a leaflet.
        log: Takes the fault that a note has no end: it would hide everything below it.
    """
    done = list(lines)
    at = 0
    while at < len(done):
        if not done[at].lstrip().startswith(_BEGIN):
            at += 1
            continue
        end = next((place for place in range(at, len(done)) if _END in done[place]), None)
        if end is None:
            log.add("This note (<!--) has no end", at + 1, "Write --> at the end of its last line")
            return done
        if not done[end].partition(_END)[2].strip():
            done[at : end + 1] = [""] * (end + 1 - at)
        at = end + 1
    return done
