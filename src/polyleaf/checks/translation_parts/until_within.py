"""Until when, and within what time, a text says, and a translation that says "after"."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault
from polyleaf.model.wording import quote
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.says import says_less, unbounded
from polyleaf.reading.words.sides import before_and_after, beside_time, until_words, within_words
from polyleaf.reading.words.turned import opposites


def until_is_after(catalog: CatalogView) -> Iterator[Fault]:
    """An "until" of the text has become "after": "stay in bed until the nurse has seen you"."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    said, words = before_and_after(catalog.source_language), before_and_after(catalog.language)
    until = until_words(catalog.language)
    if not (here and there and said and words and until.has_entries):
        return
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            if not here.waits(source) or here.surely(source) or said.one.found(source) or said.other.found(source):
                continue
            otherwise = words.one.found(target) or until.found(target) or there.excuses(target)
            if (after := words.other.found(target)) and not otherwise and not there.surely(target):
                yield Fault(
                    f"“until” of {quote(source)} has become {quote(after[0])} in {quote(target)}",
                    entry.location,
                    "Say until when, as the text does; waive this if the translation says the same in another way",
                )


def within_is_after(catalog: CatalogView) -> Iterator[Fault]:
    """A "within six months" of the text has become "after six months", or "more than six months"."""
    said, words = before_and_after(catalog.source_language), before_and_after(catalog.language)
    here, there = within_words(catalog.source_language), within_words(catalog.language)
    if not (said and words and here.has_entries and there.has_entries):
        return
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            within = here.found(source)
            if not within or said.one.found(source) or said.other.found(source) or there.found(target):
                continue
            after = words.other.found(target)
            if words.one.found(target) or says_less(target, catalog.language):
                after = ()
            if more := _more(source, target, catalog):
                after = (more,)
            if beside_time(target, catalog.language, after):
                yield Fault(
                    f"{quote(within[0])} of {quote(source)} has become {quote(after[0])} in {quote(target)}",
                    entry.location,
                    "Say in how long, as the text does; waive this if the translation says the same in another way",
                )


def _more(source: str, target: str, catalog: CatalogView) -> str:
    """The word for more in a translation of a text that has none: "within four hours" became "more than four"."""
    more, denies = unbounded(target, opposites(catalog.language)), negation(catalog.language)
    if not more or denies is None or unbounded(source, opposites(catalog.source_language)):
        return ""
    return "" if denies.denies_beside(target, more, spaced=catalog.language.spaced) else more
