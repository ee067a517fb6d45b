"""Words that polyleaf prints inside boxes: over the columns of their tables, and with what it draws from facts.

They belong to the sign-off of a leaflet that has such a box, and to no other.
"""

from __future__ import annotations

from collections.abc import Mapping
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
TOWN = BoxWord("Think of a town of {total} people.", _RARE)
CITY = BoxWord("Think of a city of {total} people.", _RARE)
COUNTRY = BoxWord("Think of a country of {total} people.", _RARE)
OF_THEM = BoxWord("It happens to {number} of them.", f"{_RARE} The sentence before it names a town.")

DROPS = BoxWord("Drops: {number}", "is read aloud instead of a row of drawn drops. How many, as a number.")
THERMOMETER = BoxWord(
    "A thermometer shows {temperature}.", "is read aloud instead of a drawn thermometer. A temperature or a range."
)

_COLUMN = "stands over a column of a table, or beside its cells in large print: at most 14 letters. "
COLUMNS: Mapping[str, BoxWord] = {
    "medicine": BoxWord("Medicine", f"{_COLUMN}Names of medicines."),
    "for": BoxWord("What for", f"{_COLUMN}What a medicine is taken for."),
    "looks": BoxWord("Looks like", f"{_COLUMN}Colour and shape of a tablet."),
    "morning": BoxWord("Morning", f"{_COLUMN}When a medicine is taken: in the morning."),
    "noon": BoxWord("Noon", f"{_COLUMN}When a medicine is taken: at midday."),
    "evening": BoxWord("Evening", f"{_COLUMN}When a medicine is taken: in the evening."),
    "bed": BoxWord("Bedtime", f"{_COLUMN}When a medicine is taken: before sleep."),
    "benefits": BoxWord("Benefits", f"{_COLUMN}What good a treatment does."),
    "harms": BoxWord("Harms", f"{_COLUMN}What harm a treatment does."),
    "nothing": BoxWord("Doing nothing", f"{_COLUMN}To choose no treatment."),
}
"""The key that an author writes in the first row of a table -> what is printed over the column."""

TIMES = ("morning", "noon", "evening", "bed")
"""Keys of the columns that say when a medicine is taken."""

DOSES = ("medicine", "for", "looks", *TIMES)
"""Keys of the columns of a medicines table."""

RISK_WORDS = (HAPPENS, HAPPENS_NOT, PEOPLE, COUNTED, TOWN, CITY, COUNTRY, OF_THEM)
DOSE_WORDS = tuple(COLUMNS[key] for key in DOSES)
BENEFIT_WORDS = tuple(COLUMNS[key] for key in ("benefits", "harms", "nothing"))
OPTION_WORDS = (COLUMNS["nothing"],)
