"""Faults of content: collected while reading, raised only when nothing can be read at all."""

from __future__ import annotations

from collections.abc import Iterable

from polyleaf.errors import UsageError
from polyleaf.model.finding import Fault, Location


class Refusal(ValueError):  # noqa: N818 - a refusal of one value, turned into a fault where its place is known
    """A value that cannot be right.

    Args:
        message: What is wrong with it, continuing "`key` ...".
        hint: What to write instead.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ContentError(UsageError):
    """A file that cannot be used, with everything that is wrong with it.

    Args:
        faults: At least one fault, in the order of the file.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(
            "\n".join(map(str, self.faults)),
            first.hint if len(self.faults) == 1 else "",
        )


class FaultLog:
    """Faults of one file as they are found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._faults: list[Fault] = []

    def add(self, message: str, line: int | None, hint: str = "") -> None:
        """Notes a fault; the same words at the same place only once."""
        fault = Fault(message, self.at(line), hint)
        if fault not in self._faults[-20:]:
            self._faults.append(fault)

    def at(self, line: int | None) -> Location:
        """A place in the file."""
        return Location(self.path, line)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All faults, by line; those without a line first."""
        return tuple(sorted(self._faults, key=lambda fault: fault.location.line or 0))
