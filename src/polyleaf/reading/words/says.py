"""What a sentence says by one word of a pair: the least, the first, later, another, both."""

from __future__ import annotations

from polyleaf.model.language import Language
from polyleaf.reading.words.kinds import Kinds
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.turned import LATER, LIMITS, MORE, MOST, found_in, opposites


def has_least(source: str, here: Kinds) -> bool:
    """Whether a text says what is the least."""
    return _says_other(here, MOST, source)


def unbounded(target: str, there: Kinds) -> str:
    """The word for more in a text that has none for most; "" if there is none, or the language has no such words."""
    if not there.books.keys() >= LIMITS:
        return ""
    folded = fold(target)
    more = [word for names, word in found_in(there.books[MORE], folded) if names == {"one"}]
    return more[0] if more and not any(names == {"one"} for names, _ in found_in(there.books[MOST], folded)) else ""


def other_limit(source: str, here: Kinds, target: str, there: Kinds) -> tuple[str, str] | None:
    """The limit of a text and the word with which one that denies says the other: "at least" and "not more".

    Args:
        source: A sentence.
        here: The opposites of its language.
        target: Its translation, which denies something that the sentence does not deny.
        there: The opposites of that language.
    """
    if not here.books.keys() & there.books.keys() >= LIMITS:
        return None
    again = fold(target)
    limits = tuple(found_in(here.books[MOST], fold(source)))
    words = tuple(found_in(there.books[MORE], again))
    said, denied = {names for names, _ in limits}, {names for names, _ in words}
    if len(said) != 1 or len(denied) != 1 or any(found_in(there.books[MOST], again)):
        return None
    # What is not more is at most: the words of the two tables stand in the same order.
    return None if said == denied else (limits[0][1], words[0][1])


def says_later(sentence: str, language: Language) -> bool:
    """Whether a sentence says "next", "later" or "after", which another language may say in one word."""
    return _says_other(opposites(language), LATER, sentence)


def says_less(sentence: str, language: Language) -> bool:
    """Whether a sentence says "less" or "under", and not "more": less than four hours away is within four hours."""
    return _says_other(opposites(language), MORE, sentence)


def says_first(sentence: str, language: Language) -> bool:
    """Whether a sentence says "the first", and not "the last"."""
    return _says_side(opposites(language), "first_last", sentence, "one")


def says_another(sentence: str, language: Language) -> bool:
    """Whether a sentence says "other" or "another": the other side is left or right."""
    return _says_other(opposites(language), "same_different", sentence)


def says_both(sentence: str, language: Language) -> str:
    """The words of a sentence that say both eyes, both sides; "" if there are none."""
    kinds, folded = opposites(language), fold(sentence)
    if "both_one" not in kinds.books:
        return ""
    return next((word for names, word in found_in(kinds.books["both_one"], folded) if names == {"one"}), "")


def _says_other(kinds: Kinds, kind: str, text: str) -> bool:
    """Whether a text has a word of the second side of a pair, and of that alone."""
    return _says_side(kinds, kind, text, "other")


def _says_side(kinds: Kinds, kind: str, text: str, side: str) -> bool:
    return kind in kinds.books and any(names == {side} for names, _ in found_in(kinds.books[kind], fold(text)))
