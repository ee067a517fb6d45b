"""A place in a language file, where what is wrong is noted with its line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import FaultLog
from polyleaf.manuscript.toml_lines import Path

_MOST_KNOWN = 12
_LONGEST = 40


class Spot:
    """A place in a language file, where faults are noted with their line.

    Args:
        log: The faults of the file.
        line_of: Gives the line of a path of keys.
        path: The keys that lead to the place.
    """

    def __init__(self, log: FaultLog, line_of: Callable[[Path], int], path: Path = ()) -> None:
        self._log, self._line_of, self._path = log, line_of, path

    def inside(self, name: str | int) -> Spot:
        """A place further in."""
        return Spot(self._log, self._line_of, (*self._path, name))

    def fault(self, message: str, hint: str = "") -> None:
        """Note what is wrong here; ``message`` goes on after the name of the key."""
        name = ".".join(str(key) for key in self._path if isinstance(key, str))
        self._log.add(f"`{name[:_LONGEST]}` {message}", self._line_of(self._path), hint)


def note_unknown(value: Iterable[str], known: Collection[str], spot: Spot) -> None:
    """Note keys that are not known."""
    for name in value:
        if name not in known:
            near = nearest(name, known)
            shown = ", ".join(list(known)[:_MOST_KNOWN])
            spot.inside(name).fault("is an unknown key", f"Did you mean `{near}`?" if near else f"Known here: {shown}")


def note_twice(lists: Iterable[tuple[str, tuple[str, ...]]], spot: Spot) -> None:
    """Note each word that stands in two of the lists, which would say two things."""
    first: dict[str, str] = {}
    for name, phrases in lists:
        for phrase in phrases:
            other = first.setdefault(phrase.casefold(), name)
            if other != name:
                spot.inside(name).fault(f"has {phrase!r}, which stands at `{other}` too", "Keep it in one of them")
