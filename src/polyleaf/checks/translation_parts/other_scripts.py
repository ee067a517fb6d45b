"""Translations that are in another script from end to end."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.translation_parts.entries import (
    all_translated_entries,
    encoding_of_entry,
    script_of_entry,
    written_words,
)
from polyleaf.checks.translation_parts.latin import is_abbreviation, kept_words
from polyleaf.locales.table import LANGUAGES
from polyleaf.locales.tags import script_name
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault
from polyleaf.model.language import Language
from polyleaf.model.wording import count, quote
from polyleaf.reading.letters import WITHOUT_SPACES
from polyleaf.reading.words.pattern import runs

_LEAST_WORDS = 3
"""Words, none of them a name, that nobody takes for the language whose script is another."""
_LEAST_LETTERS = {False: 12, True: 8}
"""Their letters: in a script with spaces, and in one without."""


def in_other_scripts(catalog: CatalogView, *, certain: bool) -> Iterator[Fault]:
    """A fault for each script that translations are in from end to end.

    Args:
        catalog: The catalog.
        certain: Whether they surely say nothing to the language's readers: what they say are no names, and the language
            is written in no such script; else the others.
    """
    known = catalog.language
    entries = tuple(one for one in all_translated_entries(catalog) if not encoding_of_entry(one, known))
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if script := script_of_entry(entry, known):
            found.setdefault(script, []).append(entry)
    for script, ones in found.items():
        surely = not _twin(known, script)
        chosen = [one for one in ones if (surely and _says_much(catalog, one, script)) is certain]
        if chosen:
            yield Fault(
                f"{quote(written_words(chosen[0].target))} is not in {known.english} script, but in "
                f"{script_name(script)}: {len(chosen)} of {count(len(entries), 'translation')}",
                chosen[0].location,
                _way_out(known, script),
            )


def _says_much(catalog: CatalogView, entry: Entry, script: str) -> bool:
    """Whether a translation says more than names, which are in capitals where there are capitals."""
    kept = kept_words(catalog, entry).union(word.casefold() for word in runs(written_words(entry.source)))
    new = [word for word in runs(written_words(entry.target)) if word.casefold() not in kept]
    plain = [word for word in new if not word[0].isupper() or (word.isupper() and not is_abbreviation(word))]
    unspaced = script in WITHOUT_SPACES
    return (unspaced or len(plain) >= _LEAST_WORDS) and sum(map(len, plain)) >= _LEAST_LETTERS[unspaced]


def _twin(language: Language, script: str) -> str:
    """The same language in another script ("sr_Latn"), or ""."""
    spoken = language.locale.partition("_")[0]
    ours = next((one for one in LANGUAGES if LANGUAGES[one].script == script and one.partition("_")[0] == spoken), "")
    cldr = f"{spoken}_{script}"
    return ours or (cldr if script != "Latn" and cldr in LANGUAGES else "")


def _way_out(language: Language, script: str) -> str:
    if twin := _twin(language, script):
        return f"If its readers want these letters, the language is {twin}: put that into targets"
    return "Have them translated again; perhaps they were pasted into the wrong catalog"
