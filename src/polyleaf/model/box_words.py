"""Words that polyleaf prints inside boxes: over the columns of their tables, and with what it draws from facts.

They belong to the sign-off of a leaflet that has such a box, and to no other.
"""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = "box"
"""``msgctxt`` of these words."""


@dataclass(frozen=True, slots=True)
class BoxWord:
    """Words with their placeholders (a msgid), and what translators are told of them."""

    msgid: str
    note: str

    @property
    def key(self) -> tuple[str, str]:
        """Context and msgid."""
        return CONTEXT, self.msgid


_RISK = "stands under a risk and its picture. "

HAPPENS = BoxWord(
    "It happens to {number} of {total} people.", f"{_RISK}Both are numbers: it must be right for 1 and for many."
)
HAPPENS_NOT = BoxWord("It does not happen to the other {rest}.", f"{_RISK}The rest of the people, as a number.")
PEOPLE = BoxWord(
    "A picture of {total} people. Filled in: {number}. Empty: {rest}.",
    "is read aloud instead of the picture of a risk, in which one shape stands for each person.",
)
COUNTED = BoxWord("Time span: {time}", f"{_RISK}The time in which it is counted, such as 30 days.")
_RARE = "stands under a risk that is too rare for a picture."
TOWN = BoxWord("Think of a town of {total} people. It happens to {number} of them.", _RARE)
CITY = BoxWord("Think of a city of {total} people. It happens to {number} of them.", _RARE)
COUNTRY = BoxWord("Think of a country of {total} people. It happens to {number} of them.", _RARE)

RISK_WORDS = (HAPPENS, HAPPENS_NOT, PEOPLE, COUNTED, TOWN, CITY, COUNTRY)
