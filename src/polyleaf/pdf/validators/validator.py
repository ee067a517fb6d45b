"""What the validators have in common, and how one says that it is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from polyleaf.errors import MachineError
from polyleaf.files import UnfitFileError, read_bounded
from polyleaf.model.foreign import one_line
from polyleaf.model.validation import Conformance, Validation, Violation
from polyleaf.pdf.limits import MIB

EXTRA = "pip install 'polyleaf[validate]'"
"""Brings ``page-validation`` and the jar of veraPDF."""

FILE_BYTES = 128 * MIB
"""Largest file that is handed to a validator: the largest leaflet has 2 MB, and veraPDF keeps files in memory."""

_LONGEST = 400
_MOST_RULES = 200


class Validator(Protocol):
    """A validator that is installed."""

    @property
    def name(self) -> str:
        """Its own name: ``veraPDF``."""

    @property
    def version(self) -> str:
        """``1.31.50``."""

    @property
    def profiles(self) -> frozenset[Conformance]:
        """What it can hold a file against."""

    def validate(self, paths: Iterable[Path], profile: Conformance) -> Iterator[Validation]:
        """One verdict for each file, in their order; a file that cannot be judged gets one with ``trouble``.

        Raises:
            MachineError: The validator itself does not work.
        """


@dataclass(frozen=True, slots=True)
class Absent:
    """A validator that cannot be used.

    Attributes:
        name: Its own name.
        reason: What is missing.
        remedy: Command or advice that brings it.
        packages: Debian packages that bring what is missing.
    """

    name: str
    reason: str
    remedy: str
    packages: tuple[str, ...] = ()


class TooLarge(Exception):  # noqa: N818 - it names the file's state
    """A file that no validator is given: larger than ``FILE_BYTES``, no file at all, or closed to us."""


def file_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        TooLarge: There are more than a validator should be given, or none can be read.
        FileNotFoundError: There is no such file.
    """
    try:
        return read_bounded(path, FILE_BYTES, "the file")
    except (UnfitFileError, MachineError) as error:
        raise TooLarge(error.message) from error


def violation(rule: str, message: str, count: int) -> Violation:
    """A violation in words that fit a terminal: one line, of bounded length, without control characters."""
    return Violation(plain(rule, 80) or "?", plain(message), max(1, count))


def plain(words: str, longest: int = _LONGEST) -> str:
    """The words of another program on one line of bounded length."""
    start = words[: 8 * longest + 1]  # it may be megabytes
    return one_line("".join(char if char.isprintable() else " " for char in start), longest)


def worst_first(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """Each rule once, those broken in most places first; a bounded number of them."""
    by_rule: dict[str, Violation] = {}
    for one in violations:
        known = by_rule.get(one.rule)
        by_rule[one.rule] = Violation(one.rule, known.message, known.count + one.count) if known else one
    return tuple(sorted(by_rule.values(), key=lambda one: (-one.count, one.rule))[:_MOST_RULES])
