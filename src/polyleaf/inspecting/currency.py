"""What there is to say of a print."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from polyleaf.building.prints_file import Print


class Currency(StrEnum):
    """What there is to say of a print."""

    CURRENT = "current"
    OLDER = "older"
    """Another text is printed now."""
    UNAPPROVED = "unapproved"
    """The text is the present one, and nobody has approved it: a draft."""
    WITHDRAWN = "withdrawn"
    """The text is the same, but its sign-off no longer holds."""
    GONE = "gone"
    """The project no longer has the leaflet, language or edition."""
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"
    ALTERED = "altered"
    """A file that carries a code of ours, but is not the file that was made."""
    UNCONFIRMED = "unconfirmed"
    """A file of which no record says how it was made."""


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was made: its digest, and what it is.

    Attributes:
        sha256: Of the file.
        print: What it is.
        source: The record that says so (``dist/manifest.json``).
    """

    sha256: str
    print: Print
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one code or file.

    Attributes:
        subject: The code or the file, as asked.
        currency: Whether it is current.
        code: The code, if there is one.
        print: What it is, as far as known.
        present: Code and version of the print that may be handed out now; empty if none is approved.
        reasons: Why it is not current, or what else to know.
        hint: What to do.
    """

    subject: str
    currency: Currency
    code: str = ""
    print: Print | None = None
    present: tuple[str, str] = ("", "")
    reasons: tuple[str, ...] = ()
    hint: str = ""

    @property
    def is_current(self) -> bool:
        """Whether the print may go on being used, as far as its text goes."""
        return self.currency is Currency.CURRENT
