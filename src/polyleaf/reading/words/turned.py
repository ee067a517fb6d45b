"""Words of which a text says one and its translation another: opposites, days, months, parts of the day, colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from polyleaf.locales import words as tables
from polyleaf.locales.cldr_names import cldr_names
from polyleaf.locales.keys import Phrases
from polyleaf.locales.opposites import Opposites
from polyleaf.locales.shelf import Words
from polyleaf.model.language import Language
from polyleaf.reading.words.kinds import Kinds, Names, without_pressures
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.phrases import Phrasebook
from polyleaf.reading.words.tables import once_a_language

MORE, MOST, LATER = "more_less", "most_least", "sooner_later"
LIMITS = frozenset((MORE, MOST))
"""The pairs that set a limit."""
_LIMITED = LIMITS | {LATER}
"""Pairs of which a limit is a word: "at the earliest"."""
_LIMIT = frozenset(("",))
"""What stands for a limit alone: the "less" of "at least" in many languages is no word of another pair."""
_LATIN_LIKE = ("Latn", "Cyrl", "Grek")
"""Scripts in which cases of names are written out in the language file; elsewhere they are endings put behind one."""
_SAID_TWICE = frozenset((MORE, "first_last"))
"""Pairs of which one side, said twice in a translation, may have taken the place of the other."""
_SHORT = 2
"""Letters of a name that may begin another word."""
_WEEKDAYS = tuple(map(str, range(1, 8)))


@dataclass(frozen=True, slots=True)
class Turned:
    """What became another.

    Attributes:
        kind: Name of the kind ("begin_end", "weekdays").
        wanted: The word of the source.
        found: The word of the translation.
        near: Whether the two are parts of the day of which one follows the other: nobody knows where one ends.
        every: All words of the source that no word of the translation stands for.
    """

    kind: str
    wanted: str
    found: str
    near: bool = False
    every: tuple[str, ...] = ()


@once_a_language
def opposites(language: Language, words: Words) -> Kinds:
    """The pairs of opposites of a language."""
    pairs = words.section(Opposites).pairs
    # Only those of several words have a word of another pair in them.
    limits = tuple(one for side in pairs.get(MOST, ()) for one in side if " " in one or not language.spaced)
    until = words.section(tables.ClockWords).until
    joining = (*words.section(tables.Numbers).and_, *words.section(tables.Negation).or_, *until)
    phrases = {
        kind: {"one": one, "other": other, "": neither if kind in _LIMITED else (*neither, *limits)}
        for kind, (one, other, neither) in pairs.items()
    }
    return Kinds(phrases, spaced=language.spaced, joining=joining, glued=_glued(words))


@once_a_language
def calendar(language: Language, words: Words) -> Kinds:
    """Days of the week, months and parts of the day of a language."""
    own = words.section(tables.Calendar)
    if not (own.parts or own.weekdays):
        return Kinds({})  # CLDR's names alone are not all forms, and some are other words too
    days = {name: (*own.weekdays.get(name, ()), *_cldr(language, "days", int(name) - 1)) for name in _WEEKDAYS}
    months = {str(n): (*own.months.get(str(n), ()), *_cldr(language, "months", n)) for n in range(1, 13)}
    forms = words.section(tables.Forms)
    ended = forms.endings if forms.glued or language.script not in _LATIN_LIKE else ()
    phrases = {"weekdays": _with_endings(days, ended), "months": _with_endings(months, ended)}
    return Kinds({**phrases, "parts": own.parts} if own.parts else phrases, spaced=language.spaced, glued=_glued(words))


@once_a_language
def colours(language: Language, words: Words) -> Kinds:
    """The words for colours of a language."""
    names = words.section(tables.Colours).names
    return Kinds({"colours": names} if names else {}, spaced=language.spaced, glued=_glued(words))


def _glued(words: Words) -> Phrases:
    """Words for "and" that are written together with the word behind them."""
    numbers = words.section(tables.Numbers)
    return numbers.and_ if numbers.and_glued else ()


def turned(source: str, target: str, here: Kinds, there: Kinds) -> Iterator[Turned]:
    """What the translation says in place of another word of its kind.

    Args:
        source: A sentence.
        target: Its translation.
        here: The kinds of words of the source's language.
        there: Those of the translation's.
    """
    again = fold(target)
    for kind, wanted in _of_source(here, fold(source)):
        found = _of_kind(there, kind, again)
        if not found:
            continue
        lost, extra = _left(wanted, found)
        if extra and kind == "weekdays" and len(wanted) == len(found):
            lost = lost or wanted  # "Sunday and Sunday" for Saturday and Sunday
        if len(wanted) == len(found) and bool(lost) != bool(extra) and _may_be_said_twice(kind, lost):
            again_said = _said_again(extra[0], found, wanted) if extra else _said_again(lost[0], wanted, found)
            again_said = again_said or (_left_over(wanted, lost, found) if lost and kind == "parts" else ())
            lost, extra = lost or again_said, extra or again_said
        if lost and extra:
            near = kind == "parts" and _follow(lost[0][0], extra[0][0])
            yield Turned(kind, lost[0][1], extra[0][1], near, tuple(word for _, word in lost))


def kept(kind: str, source: str, target: str, here: Kinds, there: Kinds) -> Iterator[tuple[str, str]]:
    """The words of a source and of its translation that say the same of a pair, folded."""
    if kind in here.books.keys() & there.books.keys():
        found = tuple(found_in(there.books[kind], fold(target)))
        for names, word in found_in(here.books[kind], fold(source)):
            yield from ((word, other) for same, other in found if names == same)


def _may_be_said_twice(kind: str, lost: object) -> bool:
    """Whether a word that a translation says twice may stand in the place of the other of its kind."""
    return kind == "parts" or (kind in _SAID_TWICE and bool(lost))


def _follow(one: Names, other: Names) -> bool:
    both = [
        {"noon", "afternoon"},
        {"afternoon", "evening"},
        {"evening", "night"},
        {"night", "midnight"},
        {"night", "morning"},
    ]
    return any({here, there} in both for here in one for there in other)


@lru_cache(maxsize=4096)
def _of_source(kinds: Kinds, text: str) -> tuple[tuple[str, tuple[tuple[Names, str], ...]], ...]:
    """The kinds a text has words of; that of a source is asked about once for each language it is translated into."""
    found = ((kind, _of_kind(kinds, kind, text)) for kind in kinds.likely(text))
    return tuple((kind, words) for kind, words in found if words)


def _of_kind(kinds: Kinds, kind: str, text: str) -> tuple[tuple[Names, str], ...]:
    """The words of a pair in folded text."""
    if kind == MORE:
        text = without_pressures(text)
    return tuple(found_in(kinds.books[kind], text)) if kind in kinds.books else ()


def found_in(book: Phrasebook[Names], text: str) -> Iterator[tuple[Names, str]]:
    """The words of a book in folded text, with the names of the sides that they may stand for."""
    for one in book.found(text):
        if one.meant != _LIMIT:
            yield one.meant, text[one.start : one.end]


def _said_again(
    lost: tuple[Names, str], wanted: Sequence[tuple[Names, str]], found: Sequence[tuple[Names, str]]
) -> Sequence[tuple[Names, str]]:
    """What a translation says twice, and the text once beside what is lost: "below 4 or above 15"."""
    return [
        one
        for one in found
        if sum(other[0] == one[0] for other in found) > sum(bool(other[0] & one[0]) for other in wanted)
        and not _follow(lost[0], one[0])
    ]


def _left_over(
    wanted: Sequence[tuple[Names, str]], lost: Sequence[tuple[Names, str]], found: Sequence[tuple[Names, str]]
) -> Sequence[tuple[Names, str]]:
    """What is left of a translation when each word of the text has taken one that may stand for it, and no more."""
    left = list(found)
    for one in (one for one in wanted if one not in lost):
        taken = next((other for other in left if one[0] & other[0]), None)
        if taken:
            left.remove(taken)
    return left if len(left) == len(lost) else ()


def _left(
    wanted: Sequence[tuple[Names, str]], found: Sequence[tuple[Names, str]]
) -> tuple[Sequence[tuple[Names, str]], Sequence[tuple[Names, str]]]:
    """What no word of the other side may stand for."""
    lost: Sequence[tuple[Names, str]] = [one for one in wanted if not any(one[0] & other[0] for other in found)]
    extra: Sequence[tuple[Names, str]] = [other for other in found if not any(one[0] & other[0] for one in wanted)]
    if bool(lost) != bool(extra):
        lost, extra = lost or _spent(wanted, found), extra or _spent(found, wanted)
    return lost, extra


def _spent(some: Sequence[tuple[Names, str]], others: Sequence[tuple[Names, str]]) -> Sequence[tuple[Names, str]]:
    """Words of two meanings for which the other text has none but what another word stands for.

    "After noon" may be the afternoon, but not in a text that has "afternoon", too.
    """
    sure = {one[0] for one in some if len(one[0]) == 1}
    return [
        one
        for one in some
        if len(one[0]) > 1 and all(any(other[0] & own for own in sure) for other in others if one[0] & other[0])
    ]


def _with_endings(table: Mapping[str, Phrases], endings: Phrases) -> Mapping[str, Phrases]:
    """Names also with what is written together with them: Gujarati "જૂનમાં", in June."""
    return {
        key: (*names, *(f"{name}{end}" for name in names if len(name) > _SHORT and name[-1] != "*" for end in endings))
        for key, names in table.items()
    }


def _cldr(language: Language, table: Any, number: int) -> Iterator[str]:  # noqa: ANN401 - the names of CLDR's tables
    for width, names in cldr_names(language.cldr, table):
        name = names.get(number, "")
        if width == "wide" and name and not name[0].isdigit():
            yield name
