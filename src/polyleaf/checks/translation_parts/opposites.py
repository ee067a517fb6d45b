"""Words that have an opposite: what the text says of the two, the translation should say too."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault
from polyleaf.model.language import Language
from polyleaf.model.wording import quote
from polyleaf.reading.words.sides import Sides


def missing_words(
    catalog: CatalogView,
    words_of: Callable[[Language], Sides | None],
    names: tuple[str, str],
    otherwise: Callable[[str, str, str], bool] = lambda *_: False,
    asked: Callable[[Entry], bool] = lambda _: True,
) -> Iterator[Fault]:
    """A fault for every sentence that lost one of two opposite words.

    Args:
        catalog: The catalog.
        words_of: Gives the two words of a language.
        names: What the two are called in English.
        otherwise: Whether a sentence and its translation are such that the word, by its name, may be lost.
        asked: Which entries are looked at.
    """
    here, there = words_of(catalog.source_language), words_of(catalog.language)
    if here is None or there is None:
        return
    for entry in filter(asked, translated_entries(catalog)):
        for source, target in aligned(entry):
            for name, wanted, found in zip(names, (here.one, here.other), (there.one, there.other), strict=True):
                if wanted.found(source) and not found.found(target) and not otherwise(source, target, name):
                    yield Fault(
                        f"“{name}” of {quote(source)} is not found in {quote(target)}",
                        entry.location,
                        "Compare the two sentences; waive this if the translation says the same in another way",
                    )
