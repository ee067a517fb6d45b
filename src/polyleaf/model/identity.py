"""What a print is, as it says of itself on paper and in the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """The identity of one print.

    Attributes:
        code: As printed (``K7QM-9F3-X2P``).
        leaflet, locale: What it is.
        edition: The edition; ``bilingual-`` before its name if the source stands beside the translation.
        version: Of the leaflet.
        draft: Whether its pages say that it is a draft.
        text: SHA-256, in hexadecimal, of all that is printed on it.
        address: What stands before the code in the square code: a web address, or "".
    """

    code: str
    leaflet: str
    locale: str
    edition: str
    version: str
    draft: bool
    text: str
    address: str = ""

    @property
    def scanned(self) -> str:
        """What a telephone reads from the square code."""
        return self.address + self.code
