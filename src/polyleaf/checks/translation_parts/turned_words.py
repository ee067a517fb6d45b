"""Words of which the text says one and the translation its opposite."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.translation_parts.denied_opposites import GOING_ON, denied_opposite, goes_on_undenied
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault
from polyleaf.model.wording import quote
from polyleaf.reading.bounds import turned_bound
from polyleaf.reading.words.negation import Negation, negation
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.says import has_least, other_limit, unbounded
from polyleaf.reading.words.turned import MORE, MOST, Turned, found_in, kept, opposites, turned

_HINT = "Compare the two sentences; waive this if the translation says the same in another way"

_BOUNDS = frozenset(("more_less", "most_least", "sooner_later"))
"""Pairs of which one is what the other denies."""

_ITSELF = "always_never"
"""Of this pair, one side is a denial."""

_JOINING = "and_or"
_DENIED = frozenset((_JOINING, "take_skip"))
"""Pairs of which one side is the other where something is denied: "do not eat or drink", "do not take it"."""

_COARSER = {"sit_stand": "lie_stand"}
"""Pairs of which both words are one side of another pair: who sits or stands does not lie."""

_SHORT = 20
"""Words of a sentence in which "and" is no "or": longer ones list things, and are said freely."""


def _is_same(one: Turned, source: str, here: Negation | None, target: str, there: Negation | None) -> bool:
    """Whether one side denies what the other says in a word: "not safe" and "unsafe", "must not" and "darf nicht"."""
    if here is None or there is None or one.kind == _ITSELF:
        return False
    return (all(map(here.holds, one.every)) and there.surely(target)) or (
        there.holds(one.found) and here.surely(source)
    )


def _is_bound(
    one: Turned, source: str, here: Negation | None, target: str, there: Negation | None, *, spaced: bool
) -> bool:
    """Whether "less than two hours" has become "not more than two hours"."""
    if here is None or there is None or one.kind not in _BOUNDS:
        return False
    # What stands near is cut out of the sentence, so it may only look like a denial there. The particle of a limit
    # that is denied itself ("ne prenez pas plus de") denies nothing more.
    # "Unless you were told to drink less" has a denial of its own in most languages.
    beside = (
        not here.exceptions(source)
        and not there.holds(one.found)
        and there.denies_beside(target, one.found, spaced=spaced)
    )
    return not here.holds(source) and there.surely(target) and beside


def turned_round(catalog: CatalogView, *, critical: bool) -> Iterator[Fault]:
    """A fault for every sentence in which an opposite stands; in critical blocks, or in all others."""
    here, there = opposites(catalog.source_language), opposites(catalog.language)
    for entry in translated_entries(catalog):
        if (entry.translation.message.key in catalog.critical) is not critical:
            continue
        for source, target in aligned(entry):
            if limit := _limit(source, target, catalog):
                yield Fault(f"{quote(limit[0])} of {quote(source)} has become {limit[1]}", entry.location, _HINT)
                continue
            if bound := turned_bound(source, catalog.source_language, target, catalog.language):
                wanted, other = map(quote, bound)
                yield Fault(f"{wanted} of {quote(source)} has become {other} in {quote(target)}", entry.location, _HINT)
                continue
            found = tuple(turned(source, target, here, there))
            otherwise = denied_opposite(source, target, found, catalog)
            for one in found:
                if one == otherwise or _is_said_otherwise(one, source, target, catalog):
                    continue
                yield Fault(
                    f"{quote(one.wanted)} of {quote(source)} has become {quote(one.found)} in {quote(target)}",
                    entry.location,
                    _HINT,
                )


def _is_said_otherwise(one: Turned, source: str, target: str, catalog: CatalogView) -> bool:
    """Whether a word that seems to be turned is said in another way: with a denial, or by a word of another pair."""
    denied, denies = negation(catalog.source_language), negation(catalog.language)
    if one.kind in _DENIED:
        return denied is None or denies is None or _is_another_way(one, source, denied, target, denies)
    return (
        _is_same(one, source, denied, target, denies)
        or (not _denies(denied, source) and _is_limit(one, source, target, catalog))
        or (one.kind in GOING_ON and goes_on_undenied(source, target, catalog))
        or _is_bound(one, source, denied, target, denies, spaced=catalog.language.spaced)
        or one.wanted in _kept_elsewhere(one.kind, source, target, catalog)
    )


def _denies(words: Negation | None, text: str) -> bool:
    return words is not None and bool(words.denials(text) or words.bounds(text))


def _is_limit(one: Turned, source: str, target: str, catalog: CatalogView) -> bool:
    """Whether "six or more" has become "at least six", in which some languages say "less": Spanish "al menos"."""
    here, there = opposites(catalog.source_language), opposites(catalog.language)
    if one.kind != MORE or MOST not in there.books:
        return False
    if MOST in here.books and any(found_in(here.books[MOST], fold(source))):
        return False
    sides = {names for names, word in found_in(there.books[MORE], fold(target)) if word == one.found}
    return any(names in sides and one.found in word for names, word in found_in(there.books[MOST], fold(target)))


def _is_another_way(one: Turned, source: str, here: Negation, target: str, there: Negation) -> bool:
    """Whether a denial before "or", or one that only one side has, makes it an "and": "do not eat or drink"."""
    if here.denials(source) != there.denials(target) or here.holds(fold(source).partition(one.wanted)[0]):
        return True
    return one.kind == _JOINING and (here.refrains(source) > 0 or len(source.split()) > _SHORT)


def _kept_elsewhere(kind: str, source: str, target: str, catalog: CatalogView) -> Iterator[str]:
    """Words of a sentence that its translation says as words of another pair: "higher … lower" has no upper in it."""
    here, there = opposites(catalog.source_language), opposites(catalog.language)
    for other in here.likely(fold(source)):
        if other not in (kind, _COARSER.get(kind)):
            yield from (word for word, _ in kept(other, source, target, here, there))


def _limit(source: str, target: str, catalog: CatalogView) -> tuple[str, str] | None:
    """A limit of the text that became another, and what it became: "no more than" became "more"."""
    denied, denies = negation(catalog.source_language), negation(catalog.language)
    if denied is None or denies is None:
        return None
    here, there = opposites(catalog.source_language), opposites(catalog.language)
    bounds = denied.bounds(source) if not denies.denials(target) else ()
    # "No more than six, at least four hours apart": what is more may be the least.
    if bounds and not has_least(source, here) and (more := unbounded(target, there)):
        return bounds[0], f"{quote(more)} in {quote(target)}"
    if not denies.surely(target) or denied.denials(source):
        return None
    limit = other_limit(source, here, target, there)
    return (limit[0], f"“not” {quote(limit[1])} in {quote(target)}") if limit else None
