"""A state said by its opposite: "no wet nappy" is a dry one, and what is "not open" is closed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyleaf.model.catalog_view import CatalogView
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.says import has_least
from polyleaf.reading.words.sides import before_and_after, until_words
from polyleaf.reading.words.turned import (
    LATER,
    LIMITS,
    MORE,
    MOST,
    Turned,
    found_in,
    kept,
    opposites,
    turned,
)

_STATES = frozenset(
    (
        "wet_dry",
        "open_closed",
        "allowed_forbidden",
        "safe_dangerous",
        "same_different",
        "easy_hard",
        "good_bad",
        "many_few",
        "often_rarely",
        "success_failure",
        "enough_little",
        "lie_stand",
    )
)
"""Pairs of which one is all that the other is not. What is not increased need not be reduced."""

CLAUSE = re.compile(r"[.,;:!?()，；：、،؛۔।]")
_DOINGS = ("eat_drink", "sit_stand", "rise_fall", "wait_hurry")
"""Pairs of which both words are doings; a limit may stand beside them, "drink no more than"."""
_EXCUSING = ("begin_end", "more_less", "open_closed", "double_half", *_DOINGS)
"""Pairs whose words excuse a denial elsewhere ("stop" is "no longer take"), but not one of their own."""

_ONLY, _FIRST = "only_also", frozenset({"one"})

GOING_ON, _GOES_ON = ("begin_end", "add_remove"), frozenset({"one"})
"""Pairs of which one side is that the other does not happen, and that side."""


def denied_opposite(source: str, target: str, found: Sequence[Turned], catalog: CatalogView) -> Turned | None:
    """The word of a sentence that its translation says by the opposite and a denial, or the other way round.

    Args:
        source: A sentence.
        target: Its translation.
        found: The opposites that were turned in it.
        catalog: The catalog, for the two languages.

    Returns:
        It, if it is one and no other such word was turned; None if the two say something else.
    """
    here, there = negation(catalog.source_language), negation(catalog.language)
    others = [one for one in found if one.kind not in GOING_ON]  # "on and dry" is "not taken off, and not wet"
    if here is None or there is None or len(others) != 1 or others[0].kind not in _STATES:
        return None
    (one,) = others
    more = here.denials(source) - there.denials(target)
    if more > 0:
        denied = here.denies_beside(source, one.wanted, spaced=catalog.source_language.spaced)
    else:
        denied = more < 0 and there.denies_beside(target, one.found, spaced=catalog.language.spaced)
    return one if denied else None


def goes_on_undenied(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether "keep taking it" is "do not stop it", or "leave it on" is "do not take it off"."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None or not there.denials(target):
        return False
    words, again = (opposites(one).books for one in (catalog.source_language, catalog.language))
    for kind in (kind for kind in GOING_ON if kind in words and kind in again):
        said, found = tuple(found_in(words[kind], fold(source))), found_in(again[kind], fold(target))
        if {names for names, _ in said} != {_GOES_ON} or any(
            here.denies_beside(source, word, spaced=catalog.source_language.spaced) for _, word in said
        ):
            continue
        if any(
            names != _GOES_ON and there.denies_beside(target, word, spaced=catalog.language.spaced)
            for names, word in found
        ):
            return True
    return False


def says_by_opposite(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether a sentence and its translation differ by a denial because one says the opposite of the other."""
    found = tuple(turned(source, target, opposites(catalog.source_language), opposites(catalog.language)))
    return denied_opposite(source, target, found, catalog) is not None


def says_as_limit(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether a sentence denies that something is more, and its translation says it is the most."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None or len(here.said(source)) != 1:
        return False
    more, most = (opposites(one).books for one in (catalog.source_language, catalog.language))
    if not (more.keys() >= LIMITS and MOST in most) or any(found_in(more[MOST], fold(source))):
        return False  # "no less than" is no denied "less"
    denied = {names for names, _ in found_in(more[MORE], fold(source))}
    return bool(denied) and denied == {names for names, _ in found_in(most[MOST], fold(target))}


def says_only(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether a sentence denies something until a time, or but for one thing, and its translation allows it only then.

    "Not until you have eaten" is "after you have eaten"; "you may not leave until they have seen you" is "you may
    leave only after they have seen you"; "nothing except water" is "only water".
    """
    here, there = negation(catalog.source_language), negation(catalog.language)
    said, words = before_and_after(catalog.source_language), before_and_after(catalog.language)
    if here is None or there is None or len(denied := here.said(source)) != 1 or there.surely(target):
        return False
    books = opposites(catalog.language).books
    only = _ONLY in books and any(names == _FIRST for names, _ in found_in(books[_ONLY], fold(target)))
    if only and here.exceptions(source):
        return True
    if said is None or words is None or words.one.found(target) or not (only or words.other.found(target)):
        return False
    waits = (*here.until.found(source), *said.one.found(source))
    right_behind = any(f"{denied[0]} {word}" in fold(source) for word in waits)
    later = bool(waits) or has_least(source, opposites(catalog.source_language))
    return right_behind or (only and later and not said.other.found(source) and bool(words.other.found(target)))


def is_excused(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether a sentence has a word that its translation may say with a denial, and does not say as it is.

    "Less than 50 kg" may be "not 50 kg", and "a dose that you missed" one "that you did not take", but not beside a
    "less than" or a "missed" of the translation's own.
    """
    here = negation(catalog.source_language)
    both = opposites(catalog.source_language), opposites(catalog.language)
    said = {word for word, _ in kept(MORE, source, target, *both)}
    there = negation(catalog.language)
    if here and there and there.forgotten.found(target):
        said.update(here.forgotten.found(source))
    return here is not None and any(word not in said for word in here.maybe.found(source))


def says_limit_by_denial(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether a sentence sets a limit, "up to", "at least", and its translation says it as "no more", "no less"."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None or not here.limiting.found(source):
        return False
    books, again, spaced = opposites(catalog.language).books, fold(target), catalog.language.spaced
    return any(
        there.holds(word) or (kind != MOST and there.denies_beside(target, word, spaced=spaced))
        for kind in (MORE, MOST, LATER)
        if kind in books
        for _, word in found_in(books[kind], again)
    )


def stops_until(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether "carry on until we call" or "you may eat until six" became "do not … until"."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None or not here.waits(source):
        return False
    untils = until_words(catalog.language).found(target)
    target = fold(target)
    for limit in filter(there.surely, untils):  # "no later than" is the "until" itself
        target = target.replace(limit, " ")
    if not untils:
        return False
    if here.allows.found(source):
        return there.firm(target) > there.waits(target)
    begin, again = (opposites(one).books.get(_EXCUSING[0]) for one in (catalog.source_language, catalog.language))
    if begin is None or again is None or any(found_in(again, fold(target))):
        return False
    goes_on = {names for names, _ in found_in(begin, fold(source))} == {frozenset({"one"})}
    return goes_on and there.firm(target) > there.waits(target)  # an "until" may need a denial of its own


def denies_what_was_said(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether the translation denies the very word of a text that denies nothing: "stop" became "do not stop"."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None:
        return False
    spaced = catalog.language.spaced
    here_words, there_words = opposites(catalog.source_language), opposites(catalog.language)
    limited = says_limit_by_denial(source, target, catalog)
    for kind in (kind for kind in _EXCUSING if not (limited and kind in _DOINGS)):
        for said, found in kept(kind, source, target, here_words, there_words):
            # "No more than" is left with a "no", "until it stops" with an excuse of its clause.
            rest = fold(source).replace(said, " ")
            clause = next((one for one in CLAUSE.split(fold(source)) if said in one), "").replace(said, " ")
            beside = there.denies_beside(target, found, spaced=spaced, together=True) or (
                " " in found and there.surely(found)
            )
            if beside and not (here.excuses(clause) or here.surely(rest)):
                return True
    return False


def leaves_more(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether a translation says to leave something, "avoid", and its text denies and leaves nothing."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None or not there.leaving.found(target):
        return False
    return not (here.may_leave(source) or here.surely(source) or there.surely(target))
