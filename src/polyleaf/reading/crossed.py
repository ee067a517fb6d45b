"""Two things of which each has got what the other had: "white in the morning, pink at night", the colours changed.

Languages turn sentences round, so the order of one kind of words alone says little. Where two kinds stand in a
sentence, colours and parts of the day, numbers and sizes, either both are turned round or neither is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter

from polyleaf.locales.shelf import Words
from polyleaf.locales.words import Units
from polyleaf.model.language import Language
from polyleaf.reading.agreement import agreement
from polyleaf.reading.amount import Kind
from polyleaf.reading.order import APART
from polyleaf.reading.shares import FORMS
from polyleaf.reading.words.kinds import Kinds
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.things import things
from polyleaf.reading.words.turned import calendar, colours, opposites

_COLOURS = "colours"
_NAMES = ("parts", "weekdays")
_THINGS = ("people", "seasons")
"""Things that have or get something; parts of the body stand in any order."""
_JOINING = "and_or"
"""Words that join others, and are no things themselves."""
_TWO = 2

Named = tuple[tuple[frozenset[str], str], ...]
"""The two words of a kind, in order, with what they may stand for."""


def crossed(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """Two words of a kind that changed places beside two of another kind that did not; None if none did.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    orders = dict(_orders(source, here, target, there))
    amounts = _order_of_amounts(source, here, target, there) if orders else None
    kept = [kind for kind, (keeps, _, _) in orders.items() if keeps]
    turned = [kind for kind in orders if kind not in kept]
    # Of two colours, languages begin with the one that the text begins with.
    steady = kept or amounts is True or turned == [_COLOURS]
    if not (turned and steady) and not (kept and amounts is False):
        return None
    _, one, other = orders[turned[0] if turned else kept[0]]
    return one, other


def is_turned_round(source: str, here: Language, target: str, there: Language) -> bool:
    """Whether all words of which a sentence has two of a kind stand the other way round in its translation."""
    keeps = [keeps for _, (keeps, _, _) in _orders(source, here, target, there)]
    return bool(keeps) and not any(keeps)


def _orders(source: str, here: Language, target: str, there: Language) -> Iterator[tuple[str, tuple[bool, str, str]]]:
    """The kinds of which both have the same two words: whether in one order, and the words of both."""
    wanted = _named(source, here)
    found = _named(target, there) if wanted else {}
    for kind in wanted.keys() & found.keys():
        one, other = wanted[kind], found[kind]
        keeps = _goes_with(one, other)
        if keeps != _goes_with(one, other[::-1]):
            yield kind, (keeps, " … ".join(word for _, word in one), " … ".join(word for _, word in other))


def _order_of_amounts(source: str, here: Language, target: str, there: Language) -> bool | None:
    """Whether the two amounts of a sentence, or all that count one thing, keep their order; None if nobody knows."""
    told = agreement(source, here, target, there)
    same = told.same
    # "One" may be an article.
    numbers = sorted(
        ((one, other) for one, other in same if one.kind is Kind.NUMBER and (one.value != 1 or one.units)),
        key=lambda pair: pair[0].start,
    )
    orders = set[bool]()
    for units in {one.units for one, _ in numbers}:
        pairs = [(one.start, other.start, one.value) for one, other in numbers if one.units == units]
        groups = [pair for place, pair in enumerate(pairs) if not place or pair[0] - pairs[place - 1][0] > APART]
        if len(groups) == _TWO:
            (_, first, value), (_, second, again) = groups
            if value != again and abs(first - second) >= APART:
                orders.add(first < second)
        elif len(groups) > _TWO and not (told.lost or told.extra) and groups == sorted(groups, key=itemgetter(1)):
            orders.add(True)
    return orders.pop() if len(orders) == 1 else None


def _goes_with(one: Named, other: Named) -> bool:
    return all(names & same for (names, _), (same, _) in zip(one, other, strict=True))


@once_a_language
def _medicines(language: Language, words: Words) -> Kinds:
    """The words of a language for what a medicine comes as: tablets, drops."""
    own = words.section(Units).words
    table = {unit: own[unit] for unit in FORMS if own.get(unit)}
    return Kinds({"medicines": table} if table else {}, spaced=language.spaced)


@lru_cache(maxsize=2048)
def _named(text: str, language: Language) -> Mapping[str, Named]:
    """The kinds of which a text has two words that say two things."""
    folded = fold(text)
    names, pairs = calendar(language), opposites(language)
    found = {kind: _words(folded, names, kind) for kind in _NAMES if kind in names.books}
    found[_COLOURS] = _words(folded, colours(language), _COLOURS)
    found.update((kind, _words(folded, pairs, kind)) for kind in pairs.likely(folded) if kind != _JOINING)
    named = things(language)
    found.update((kind, _words(folded, named, kind)) for kind in named.likely(folded) if kind in _THINGS)
    forms = _medicines(language)
    found.update((kind, _words(folded, forms, kind)) for kind in forms.likely(folded))
    return {kind: words for kind, words in found.items() if len(words) == _TWO and not words[0][0] & words[1][0]}


def _words(folded: str, kinds: Kinds, kind: str) -> Named:
    if kind not in kinds.books:
        return ()
    said = sorted(kinds.books[kind].found(folded), key=lambda one: one.start)
    return tuple((one.meant, folded[one.start : one.end]) for one in said if one.meant != {""})
