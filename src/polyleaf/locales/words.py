"""What a language file tells about understanding a text: one frozen dataclass a table of the file.

A table that is absent is absent on purpose: what needs it is not checked in that language, and ``check -v``,
``catalog status`` and ``docs/languages.md`` say so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from polyleaf.locales import keys
from polyleaf.locales.keys import Phrases, key
from polyleaf.locales.units import UNITS

PERCENT = "percent"
COUNTED = (*UNITS, PERCENT)
"""Units that are looked for beside numbers."""

_HOUR = re.compile(r"(?:1?\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, eq=False)
class Numbers:
    """Numbers that are written in words, in whole or in part."""

    words: Mapping[Fraction, Phrases] = key(
        keys.values,
        'Words by value, up to twenty at least: 2 = ["two", "twice"]. "One" is often an article, so alone it proves '
        "nothing.",
        factory=dict,
    )
    multipliers: Mapping[Fraction, Phrases] = key(
        keys.values, 'What multiplies a number in digits: 1000 = ["thousand"] for "10 thousand".', factory=dict
    )
    and_: Phrases = key(keys.words, 'What may stand between tens and ones: Romanian "și".', ())
    and_a_half: Phrases = key(keys.words, 'What adds a half to a number in digits: "2 and a half".', ())
    ordinal_endings: Phrases = key(keys.words, 'Endings right behind digits that make an ordinal: "th" for "5th".', ())
    articles: Phrases = key(keys.words, 'Articles that count one before a unit: "an" in "an hour".', ())


@dataclass(frozen=True, eq=False)
class Units:
    """The words of units, beside CLDR's forms and the symbols of ``shared.toml``."""

    words: Mapping[str, Phrases] = key(
        keys.listed(COUNTED, "hour"),
        "Words by unit, in every form that stands beside a number: CLDR has one to four forms, and a translator bends "
        "them on. A word may stand at two units.",
        factory=dict,
    )
    between: Phrases = key(keys.words, 'What may stand between a number and its unit: Romanian "20 de minute".', ())
    two: Phrases = key(keys.words, 'Units that say "two" by themselves: Arabic "ساعتين".', ())


@dataclass(frozen=True, eq=False)
class ClockWords:
    """Words beside a time of day."""

    APART: ClassVar = (("before_noon", "after_noon"),)

    before_noon: Phrases = key(keys.words, 'Words that say "before noon" beside a time, besides CLDR\'s.', ())
    after_noon: Phrases = key(keys.words, 'Words that say "after noon" beside a time, besides CLDR\'s.', ())
    oclock: Phrases = key(keys.words, 'Words that make the number before them a time: "8 o\'clock".', ())
    named: Mapping[str, Phrases] = key(
        keys.listed(_HOUR, '"12:00"'), 'Times with a name of their own: "12:00" = ["noon"].', factory=dict
    )


@dataclass(frozen=True, eq=False)
class Dates:
    """How dates in figures are read."""

    month_first: bool = key(keys.flag, "Whether 11/20/2026 is the 20th of November.", default=False)
    years_ahead: int = key(keys.number(300, 999), "By how much years are ahead: 543 in the Buddhist calendar.", 0)


@dataclass(frozen=True, eq=False)
class Once:
    """How a language denies once for all that follows: "do not eat or drink until we say so"."""

    denials: Phrases = key(keys.words, "Words that deny for all that follows.")
    or_: Phrases = key(keys.words, 'Words for "or" that carry the denial on.')
    until: Phrases = key(keys.words, 'Words for "until".')
    questions: Phrases = key(keys.words, 'Phrases that end with a denial and only ask: "or not".', ())
    either_way: Phrases = key(keys.words, 'Phrases after which "until" says nothing: "whether or not".', ())


@dataclass(frozen=True, eq=False)
class Negation:
    """How a language says no: words, and forms of verbs where a language bends the verb instead."""

    APART: ClassVar = (("no", "look_alikes"),)

    no: Phrases = key(keys.words, "Words that deny.", ())
    excuses: Phrases = key(
        keys.words,
        'Words that often go with a denial in one language and not in the other ("until", "unable", "stop"): they '
        "excuse a denial in the other text, and lack nothing themselves.",
        (),
    )
    look_alikes: Phrases = key(keys.words, 'What looks like a denial and is none ("whether or not").', ())
    weak: Phrases = key(
        keys.words,
        "Words that deny in some sentences only: enough of a denial, and not enough to wonder about one.",
        (),
    )
    paired: Phrases = key(
        keys.words, 'Words like "nobody" that deny only together with a particle (Slavic languages, Romanian).', ()
    )
    particles: Phrases = key(keys.words, "The particles that they go with.", ())
    or_: Phrases = key(keys.words, 'Words for "or" that carry a denial on, so that it need not be said again.', ())
    until: Phrases = key(keys.words, 'Words for "until" that need a denial of their own (Polish "dopóki").', ())
    once: Once | None = key(keys.table(Once), "How the language denies once for all that follows.", None)


@dataclass(frozen=True, eq=False)
class LeftRight:
    """Left and right."""

    APART: ClassVar = (("left", "right"),)

    left: Phrases = key(keys.words, "Words for left.")
    right: Phrases = key(keys.words, "Words for right.")
    look_alikes: Phrases = key(keys.words, "What looks like one of them and is none.", ())


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """Before and after."""

    APART: ClassVar = (("before", "after"),)

    before: Phrases = key(keys.words, "Words for before.")
    after: Phrases = key(keys.words, "Words for after.")
    look_alikes: Phrases = key(keys.words, 'What looks like one of them and is none ("look after").', ())


@dataclass(frozen=True, eq=False)
class Opposites:
    """Pairs of words that turn advice round: what the text says of the two, the translation should say too."""

    left_right: LeftRight | None = key(keys.table(LeftRight), "Left and right.", None)
    before_after: BeforeAfter | None = key(keys.table(BeforeAfter), "Before and after.", None)


@dataclass(frozen=True, eq=False)
class Forms:
    """How words change, so that a term of the glossary is found in all its forms."""

    endings: Phrases = key(keys.words, "Endings of nouns and adjectives, and of verbs where terms are verbs.", ())
    prefixes: Phrases = key(keys.words, "What is written together with the word behind it (Arabic ال).", ())
    changed: Mapping[str, str] = key(
        keys.letters,
        'Letters that change inside a word, each with the one it is read as: Polish "stół, stołu".',
        factory=dict,
    )
    glued: bool = key(
        keys.flag,
        "Whether endings are put one behind the other: then a word that begins with the whole term is a form of it.",
        default=False,
    )
    fleeting: str = key(
        keys.text, 'Vowels before the last consonant that go when an ending comes: Ukrainian "кістка, кісток".', ""
    )


@dataclass(frozen=True, eq=False)
class Letters:
    """Which letters of its script the language uses."""

    own: str | None = key(
        keys.any_text, 'Letters with marks in Latin script; "" if it has none. Without this key all may stand.', None
    )
    foreign: str = key(keys.text, "Letters of the same script that it does not use.", "")
    look_alikes: Mapping[str, str] = key(
        keys.letters,
        'Letters of a neighbour that look the same in some forms, each with its own: "ş" = "ș".',
        factory=dict,
    )


@dataclass(frozen=True, eq=False)
class Punctuation:
    """The signs of the language."""

    wrong: Mapping[str, str] = key(
        keys.letters, 'Signs of other languages, each with the language\'s own: "?" = "؟".', factory=dict
    )
    question_mark: str = key(keys.text, 'A sign that elsewhere is another: the Greek ";".', "")
    without_stops: bool = key(keys.flag, "Whether a sentence ends with nothing, or a space.", default=False)
    marks_inside: bool = key(
        keys.flag, "Whether question and exclamation marks stand inside a word (Armenian).", default=False
    )


@dataclass(frozen=True, eq=False)
class SmallWords:
    """What tells the language from others of its script."""

    words: Phrases = key(keys.words, 'Its commonest small words: "the", "of", "and".', ())


SECTIONS: Mapping[str, type] = {
    "numbers": Numbers,
    "units": Units,
    "clock": ClockWords,
    "dates": Dates,
    "negation": Negation,
    "opposites": Opposites,
    "forms": Forms,
    "letters": Letters,
    "punctuation": Punctuation,
    "small_words": SmallWords,
}
"""The tables by the name they have in the file."""

NAMES: Mapping[type, str] = {kind: name for name, kind in SECTIONS.items()}
