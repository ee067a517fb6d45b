"""What polyleaf has words for in a language, so that nobody believes a check works where it has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from polyleaf.locales import letters_and_signs as signs
from polyleaf.locales import words as tables
from polyleaf.locales.keys import is_said
from polyleaf.locales.opposites import Opposites
from polyleaf.locales.table import words_of, words_of_script
from polyleaf.locales.thing_names import ThingNames
from polyleaf.model.language import Language


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of words.

    Attributes:
        name: As people are told ("words for ...").
        table: The table of a language file in which they stand.
        said: Whether a table has them.
        silent: Whether checks are silent without them: of the clock and of units, all but CLDR's forms pass unseen.
    """

    name: str
    table: type
    said: Callable[[Any], bool]
    silent: bool = True


COUNTS = frozenset(tables.THINGS)

KINDS = (
    Kind("numbers", tables.Numbers, lambda table: bool(table.words)),
    Kind("units", tables.Units, lambda table: bool(table.words)),
    Kind("doses and how often", tables.Units, lambda table: not COUNTS.isdisjoint(table.words)),
    Kind("denials", tables.Negation, lambda table: bool(table.no)),
    Kind("left and right", Opposites, lambda table: table.left_right is not None),
    Kind("before and after", Opposites, lambda table: table.before_after is not None),
    Kind("opposites", Opposites, lambda table: bool(table.pairs)),
    Kind("colours", tables.Colours, lambda table: bool(table.names)),
    Kind("parts of the body", ThingNames, lambda table: bool(table.body), silent=False),
    Kind("parts of the day", tables.Calendar, lambda table: bool(table.parts)),
    Kind("the clock", tables.ClockWords, is_said),
    Kind("the wrong language", tables.SmallWords, lambda table: bool(table.words)),
    Kind("forms of words", tables.Forms, is_said, silent=False),
    Kind("letters", signs.Letters, lambda table: is_said(replace(table, expansion=None)), silent=False),
    Kind("punctuation", signs.Punctuation, is_said, silent=False),
)
"""Every kind, in the order of ``docs/languages.md``."""


def holder(kind: Kind, language: Language) -> str:
    """The locale in whose file a language's words of a kind stand; "" if there are none."""
    words = words_of(language)
    return words.owner(kind.table) if kind.said(words.section(kind.table)) else ""


def lacking(language: Language) -> tuple[str, ...]:
    """The kinds of words that a language lacks and without which checks fall silent."""
    return tuple(kind.name for kind in KINDS if kind.silent and not holder(kind, language) and _matters(kind, language))


def _matters(kind: Kind, language: Language) -> bool:
    """A language without a neighbour of its script need not be told from one: letters tell it from all others."""
    return kind.table is not tables.SmallWords or bool(words_of_script(language.script, tables.SmallWords))


def told(language: Language) -> str:
    """What a language lacks, in one line ("so: no words for opposites, clock"); "" if it lacks nothing."""
    without = lacking(language)
    return f"{language.locale}: no words for {', '.join(without)}" if without else ""


def unjudged(language: Language) -> str:
    """What could not be judged in a language, in a sentence for those who sign; "" if nothing is lacking."""
    without = lacking(language)
    return f"Not judged in {language.english}, for want of words: {', '.join(without)}." if without else ""
