"""Of two amounts, the one that ends something: "5 mg more a week until you reach 20 mg"."""

from __future__ import annotations

import re

from polyleaf.model.language import Language
from polyleaf.reading.agreement import agreement
from polyleaf.reading.amount import Amount
from polyleaf.reading.plain_text import plain_text
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.pattern import Lexicon
from polyleaf.reading.words.sides import says_until_behind, until_words

_TWO = 2
_CLAUSE = re.compile(r"[,;:.!?،؛۔।。，；、]\s*(?:\w{1,5}\s)?$")


def ends_with_other(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """The two amounts of a sentence in order and those of its translation, if "until" goes with the other there.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.

    Returns:
        Both, as they stand; equal if it goes with the same one, though languages that say "until" behind what it goes
        with may begin with it; None if nothing of the kind is said.
    """
    same = sorted(agreement(source, here, target, there).same, key=lambda pair: pair[0].start)
    if len(same) < _TWO or not says_until_behind(there):
        return None
    denies = negation(here)
    place, again = _places(source, here, denies.until) if denies else [], _places(target, there, until_words(there))
    if len(place) != 1 or not again:
        return None
    ends_it = next((pair for pair in same if pair[0].start > place[0]), None)
    before = [pair for pair in same if ends_it and pair[0].start < place[0] and pair[0].units & ends_it[0].units]
    if ends_it is None or not before or before[-1][0].value == ends_it[0].value:
        return None
    (one, first), (other, last) = before[-1], ends_it
    text = plain_text(target, there)
    ends = {_ended(at, text, (first, last)) for at in again}
    if len(ends) != 1 or None in ends:
        return None
    said = f"{one} … {other}"
    return (said, said) if last in ends else (said, f"{last} … {first}")


def _ended(at: int, text: str, amounts: tuple[Amount, Amount]) -> Amount | None:
    """The amount that an "until" goes with: the one before it, but behind it where it begins a clause."""
    if _CLAUSE.search(text, 0, at):
        return min((one for one in amounts if one.start > at), key=lambda one: one.start, default=None)
    return max((one for one in amounts if one.start < at), key=lambda one: one.start, default=None)


def _places(text: str, language: Language, words: Lexicon) -> list[int]:
    """Where a text says "until"."""
    plain, end, places = plain_text(text, language), 0, list[int]()
    for word in words.found(plain):
        place = plain.find(word, end)
        if place >= 0:
            places.append(place)
            end = place + len(word)
    return places
