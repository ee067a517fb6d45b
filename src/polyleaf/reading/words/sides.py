"""Words that have an opposite: left and right, before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from polyleaf.locales import words as tables
from polyleaf.locales.keys import Phrases
from polyleaf.locales.opposites import Opposites
from polyleaf.locales.shelf import Words
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import Lexicon, fold, lexicon
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.units import unit_words

_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.,;:!?()،؛۔।。，；、]")
_REACH = 24
"""Characters behind a word in which a time is looked for: "after a few hours"."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two opposite words of a language, ready to be found."""

    one: Lexicon
    other: Lexicon


@once_a_language
def left_and_right(language: Language, words: Words) -> Sides | None:
    """Left and right, or None if there is no table."""
    pair = words.section(Opposites).left_right
    return _opposites(pair.left, pair.right, pair.look_alikes, language) if pair else None


@once_a_language
def sides_of_a_label(language: Language, words: Words) -> Sides | None:
    """Left and right as they stand beside a picture: "Your right"."""
    pair = words.section(Opposites).left_right
    if pair is None:
        return None
    return _opposites((*pair.left, *pair.left_label), (*pair.right, *pair.right_label), pair.look_alikes, language)


@once_a_language
def before_and_after(language: Language, words: Words) -> Sides | None:
    """Before and after, or None if there is no table."""
    pair = words.section(Opposites).before_after
    return _opposites(pair.before, pair.after, pair.look_alikes, language) if pair else None


@once_a_language
def within_words(language: Language, words: Words) -> Lexicon:
    """Words that say in how long a time something is done: it may be done at once, and is not done after it."""
    pair = words.section(Opposites).before_after
    return lexicon(pair.within, pair.look_alikes, spaced=language.spaced) if pair else lexicon(())


@once_a_language
def until_words(language: Language, words: Words) -> Lexicon:
    """Words that say until when, before a time or a sentence."""
    own, denials = words.section(tables.ClockWords), words.section(tables.Negation)
    behind = tuple(f"*{word}" for word in own.until_behind if " " not in word)
    once = denials.once.until if denials.once else ()
    return lexicon((*own.until, *own.until_behind, *behind, *denials.until, *once), spaced=language.spaced)


@once_a_language
def says_until_behind(_: Language, words: Words) -> bool:
    """Whether a language says "until", and so "before" and "more than", behind what they go with."""
    own = words.section(tables.ClockWords)
    return bool(own.until_behind) and not own.until


@once_a_language
def _bare_sides(_: Language, words: Words) -> tuple[frozenset[str], frozenset[str]]:
    """The words that all phrases for left have in common, and those for right: "right", whatever it means."""
    pair = words.section(Opposites).left_right
    sides = (pair.left, pair.right) if pair else ((), ())
    one, other = (
        frozenset.intersection(*(frozenset(_WORD.findall(fold(phrase))) for phrase in side)) if side else frozenset()
        for side in sides
    )
    return one, other


def both_sides(text: str, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words for left and for right of a text; beside a sure one, the other is what it may be: "the left one"."""
    sides = left_and_right(language)
    if sides is None:
        return (), ()
    left, right = sides.one.found(text), sides.other.found(text)
    if bool(left) != bool(right):
        words = _WORD.findall(fold(text))
        bare = [tuple(word for word in words if word in side) for side in _bare_sides(language)]
        return left or bare[0], right or bare[1]
    return left, right


def other_side(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """The side that a sentence names, and the other one that its translation names besides; None if it names none.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    said, again = left_and_right(here), left_and_right(there)
    if said is None or again is None:
        return None
    words = frozenset(_WORD.findall(fold(source)))
    for (one, other), (same, turned), bare in (
        ((said.one, said.other), (again.one, again.other), _bare_sides(here)[1]),
        ((said.other, said.one), (again.other, again.one), _bare_sides(here)[0]),
    ):
        named = one.found(source)
        extra = turned.found(target) if named and same.found(target) else ()
        if extra and not other.found(source) and not bare & words:
            return named[0], extra[0]
    return None


def one_side(sentence: str, language: Language) -> str:
    """The side that a sentence names, left or right; "" if it names none, or both."""
    sides = left_and_right(language)
    left, right = (sides.one.found(sentence), sides.other.found(sentence)) if sides else ((), ())
    return (*left, *right)[0] if bool(left) != bool(right) else ""


def _opposites(one: Phrases, other: Phrases, look_alikes: Phrases, language: Language) -> Sides:
    return Sides(*(lexicon(words, look_alikes, spaced=language.spaced) for words in (one, other)))


def counts_time(sentence: str, language: Language, *, behind: str = "") -> bool:
    """Whether a sentence says how long something takes; with ``behind="after"``, right behind such a word."""
    folded, units, words = fold(sentence), unit_words(language), before_and_after(language)
    tails = [folded]
    if behind:
        said = words.other.found(sentence) if words else ()
        tails = [folded[at : at + _REACH] for at in (folded.find(one) + len(one) for one in said)]
    return any(units.meant(found) & _TIMES for tail in tails for found in units.any.findall(tail))


def beside_time(sentence: str, language: Language, words: tuple[str, ...]) -> bool:
    """Whether one of the folded words of a sentence stands beside a time in its clause: "after six weeks"."""
    units, folded = unit_words(language), fold(sentence)
    return any(
        units.meant(found) & _TIMES
        for word in words
        for at in (folded.find(word),)
        for near in (
            _STOP.split(folded[max(0, at - _REACH) : at])[-1],
            _STOP.split(folded[at + len(word) :])[0][:_REACH],
        )
        for found in units.any.findall(near)
    )


def ends_with_after(sentence: str, language: Language) -> bool:
    """Whether each "after" of a sentence is an adverb, with nothing behind it: "soon after", "for a week after"."""
    words, folded = before_and_after(language), fold(sentence)
    said = words.other.found(sentence) if words else ()
    return bool(said) and all(_last(one).search(folded) and folded.count(one) == 1 for one in said)


@cache
def _last(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\s*(?:[.,;:!?)]|$)")
