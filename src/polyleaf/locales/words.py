"""What a language file tells about understanding a text: one frozen dataclass a table of the file.

A table that is absent is absent on purpose: what needs it is not checked in that language, and ``check -v``,
``catalog status`` and ``docs/languages.md`` say so. What each key means stands in ``languages/form.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, ClassVar

from polyleaf.locales import keys
from polyleaf.locales.keys import Phrases
from polyleaf.locales.letters_and_signs import Letters, Punctuation
from polyleaf.locales.opposites import Opposites
from polyleaf.locales.thing_names import Medicines, ThingNames
from polyleaf.locales.units import UNITS

PERCENT, FAHRENHEIT = "percent", "fahrenheit"
THINGS = (
    "times", "dose", "tablet", "capsule", "drop", "puff", "spoon", "teaspoon", "tablespoon", "sachet", "glass", "patch",
    "injection", "night", "alternate night", "whole day",
)  # fmt: skip
"""What is counted in a dose, and how often something is done; what is counted at all."""
COUNTED = (*UNITS, PERCENT, FAHRENHEIT, *THINGS)
PARTS = ("morning", "noon", "afternoon", "evening", "night", "midnight")
"""Parts of the day; a word may stand for two of them."""

COLOURS = ("white", "black", "grey", "red", "pink", "orange", "yellow", "green", "blue", "purple", "brown")
"""The basic colours; a word may stand for two of them, as Vietnamese "xanh" is green and blue."""

_AMOUNT = re.compile(rf"\d{{1,4}}(?:/[1-9]\d?)? (?:{'|'.join(COUNTED)})")
_LANGUAGE = re.compile("[a-z]{2,3}")
_FROM_HOUR = re.compile("-?(?:[1-5]?5|[1-5]0)|-?m(?:-30)?|m-60")
_HOUR = re.compile(r"(?:1?\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, eq=False)
class Numbers:
    """Numbers that are written in words, in whole or in part."""

    words: Mapping[Fraction, Phrases] = field(default_factory=dict)
    multipliers: Mapping[Fraction, Phrases] = field(default_factory=dict)
    multipliers_glued: bool = False
    and_: Phrases = ()
    and_glued: bool = False
    prefixes: Phrases = ()
    and_a_half: Phrases = ()
    half_last: Phrases = ()
    endings: Phrases = ()
    before_units: Phrases = ()
    compound: Mapping[Fraction, Phrases] = field(default_factory=dict)
    ordinal_endings: Phrases = ()
    ordinal_before: Phrases = ()
    articles: Phrases = ()
    minus: Phrases = ()
    between_two: Phrases = ()
    doubtful: Phrases = ()
    added_before: Mapping[Fraction, Phrases] = field(default_factory=dict)
    either_comma: bool = False


@dataclass(frozen=True, eq=False)
class Units:
    """The words of units, beside CLDR's forms and the symbols of ``shared.toml``."""

    words: Annotated[Mapping[str, Phrases], keys.listed(COUNTED, "hour")] = field(default_factory=dict)
    between: Phrases = ()
    before_number: bool = False
    two: Phrases = ()
    compound: Annotated[Mapping[str, Phrases], keys.listed(COUNTED, "hour")] = field(default_factory=dict)
    said: Annotated[Mapping[str, Phrases], keys.listed(_AMOUNT, '"2 times"')] = field(default_factory=dict)
    week_of_days: Annotated[int, keys.number(8, 8)] = 0
    fortnight_of_days: Annotated[int, keys.number(15, 15)] = 0


@dataclass(frozen=True, eq=False)
class ClockWords:
    """Words beside a time of day."""

    APART: ClassVar = (("before_noon", "after_noon", "at_night", "at_noon"),)

    before_noon: Phrases = ()
    after_noon: Phrases = ()
    at_night: Phrases = ()
    at_noon: Phrases = ()
    before_hour: Phrases = ()
    at: Phrases = ()
    oclock: Phrases = ()
    hours: Phrases = ()
    hours_always: bool = False
    from_six: bool = False
    either_half: bool = False
    hour_counts_too: bool = False
    until: Phrases = ()
    from_: Phrases = ()
    until_behind: Phrases = ()
    from_behind: Phrases = ()
    to: Phrases = ()
    hour_forms: Annotated[Mapping[str, Phrases], keys.listed(tuple(map(str, range(1, 13))), "9")] = field(
        default_factory=dict
    )
    past: Annotated[Mapping[str, Phrases], keys.listed(_FROM_HOUR, '"15"')] = field(default_factory=dict)
    named: Annotated[Mapping[str, Phrases], keys.listed(_HOUR, '"12:00"')] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Calendar:
    """Days of the week, months and parts of the day, in the forms that CLDR lacks."""

    weekdays: Annotated[Mapping[str, Phrases], keys.listed(tuple("1234567"), "1")] = field(default_factory=dict)
    months: Annotated[Mapping[str, Phrases], keys.listed(tuple(map(str, range(1, 13))), "1")] = field(
        default_factory=dict
    )
    parts: Annotated[Mapping[str, Phrases], keys.listed(PARTS, "morning")] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Dates:
    """How dates in figures are read."""

    month_first: bool = False
    years_ahead: Annotated[int, keys.number(300, 999)] = 0


@dataclass(frozen=True, eq=False)
class Once:
    """How a language denies once for all that follows: "do not eat or drink until we say so"."""

    denials: Phrases
    or_: Phrases
    until: Phrases
    questions: Phrases = ()
    either_way: Phrases = ()
    otherwise: Phrases = ()


@dataclass(frozen=True, eq=False)
class Negation:
    """How a language says no: words, and forms of verbs where a language bends the verb instead."""

    APART: ClassVar = (("no", "look_alikes"), ("no", "weak"))

    no: Phrases = ()
    exceptions: Phrases = ()
    limits: Phrases = ()
    excuses: Phrases = ()
    limiting: Phrases = ()
    look_alikes: Phrases = ()
    refrain: Phrases = ()
    forgotten: Phrases = ()
    weak: Phrases = ()
    paired: Phrases = ()
    particles: Phrases = ()
    doubled: Phrases = ()
    bounds: Phrases = ()
    verbs: Phrases = ()
    fasting: Phrases = ()
    allows: Phrases = ()
    but: Phrases = ()
    noun_capitals: bool = False
    or_: Phrases = ()
    until: Phrases = ()
    once: Once | None = None


@dataclass(frozen=True, eq=False)
class Colours:
    """Colours of tablets, inhalers and cards, in all their forms."""

    names: Annotated[Mapping[str, Phrases], keys.listed(COLOURS, "blue")] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Forms:
    """How words change, so that a term of the glossary is found in all its forms."""

    endings: Phrases = ()
    prefixes: Phrases = ()
    changed: Mapping[str, str] = field(default_factory=dict)
    glued: bool = False
    fleeting: str = ""


@dataclass(frozen=True, eq=False)
class SmallWords:
    """What tells the language from others of its script: its commonest small words ("the", "of", "and")."""

    words: Phrases = ()


@dataclass(frozen=True, eq=False)
class Cognates:
    """Words that the language shares with another: such a text is translated, though it looks as if it were not."""

    with_: Annotated[Mapping[str, Phrases], keys.listed(_LANGUAGE, "en")] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Labels:
    """Labels by which documents that are brought in say what they are."""

    code: Phrases = ()
    version: Phrases = ()
    published: Phrases = ()
    review: Phrases = ()
    owner: Phrases = ()


SECTIONS: Mapping[str, type] = {
    "numbers": Numbers,
    "units": Units,
    "clock": ClockWords,
    "calendar": Calendar,
    "dates": Dates,
    "negation": Negation,
    "opposites": Opposites,
    "colours": Colours,
    "things": ThingNames,
    "medicines": Medicines,
    "forms": Forms,
    "letters": Letters,
    "punctuation": Punctuation,
    "small_words": SmallWords,
    "cognates": Cognates,
    "labels": Labels,
}
"""The tables by the name they have in the file."""
