"""A state said by its opposite: "no wet nappy" is a dry one, and what is "not open" is closed."""

from __future__ import annotations

from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.language import Language
from polyleaf.reading.words.negation import Negation, negation
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.turned import Turned, opposites, turned

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
    )
)
"""Pairs of which one is all that the other is not. What is not increased need not be reduced."""

_WORDS, _LETTERS = 2, 4
"""Words before and behind in which a denial goes with a word; letters where a script has no spaces."""


def denied_opposite(source: str, target: str, catalog: CatalogView) -> Turned | None:
    """The word of a sentence that its translation says by the opposite and a denial, or the other way round.

    Args:
        source: A sentence.
        target: Its translation.
        catalog: The catalog, for the two languages.

    Returns:
        It, if it is one and no other such word was turned; None if the two say something else.
    """
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None:
        return None
    more = here.denials(source) - there.denials(target)
    if more not in (1, -1):
        return None
    found = list(turned(source, target, opposites(catalog.source_language), opposites(catalog.language)))
    if len(found) != 1 or found[0].kind not in _STATES:
        return None
    (one,) = found
    if more > 0:
        denied = _is_denied(source, one.wanted, here, catalog.source_language)
    else:
        denied = _is_denied(target, one.found, there, catalog.language)
    return one if denied else None


def _is_denied(text: str, word: str, denials: Negation, language: Language) -> bool:
    before, _, behind = fold(text).partition(word)
    if language.spaced:
        near = (" ".join(before.split()[-_WORDS:]), " ".join(behind.split()[:_WORDS]))
    else:
        near = (before[-_LETTERS:], behind[:_LETTERS])
    return any(map(denials.surely, near))
