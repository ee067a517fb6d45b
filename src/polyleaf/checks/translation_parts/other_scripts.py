"""Translations that are in another script from end to end."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.translation_parts.entries import all_translated_entries, encoding_of_entry, script_of_entry
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.language import Language


def in_other_scripts(catalog: CatalogView) -> Iterator[tuple[str, tuple[Entry, ...], int]]:
    """Each script, the entries in it, and how many entries there are in Unicode."""
    known = catalog.language
    entries = tuple(one for one in all_translated_entries(catalog) if not encoding_of_entry(one, known))
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if script := script_of_entry(entry, known):
            found.setdefault(script, []).append(entry)
    for script, ones in found.items():
        yield script, tuple(ones), len(entries)


def way_out(language: Language, script: str) -> str:
    """What to do: the same language may be known in that script ("sr_Latn")."""
    spoken = language.locale.partition("_")[0]
    twin = next((one for one in LANGUAGES if LANGUAGES[one].script == script and one.partition("_")[0] == spoken), "")
    if twin:
        return f"If its readers want these letters, the language is {twin}: put that into targets"
    return "Have them translated again; perhaps they were pasted into the wrong catalog"
