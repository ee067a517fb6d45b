"""Holds the language files against CLDR, and prints where they say otherwise: to be read by eye, and judged.

    python tools/against_cldr.py

Names, numbers in words (CLDR's rule-based formats, as ``languages/numerals`` has them), days of the week, months, and
units. A file that was read against CLDR says so in its second line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from babel import Locale

from polyleaf.locales import words as tables
from polyleaf.locales.cldr_names import cldr_names
from polyleaf.locales.numerals import spelled_out
from polyleaf.locales.shelf import Words
from polyleaf.locales.table import LANGUAGES, language, words_of
from polyleaf.locales.units import UNITS
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.units import unit_words


def differences(locale: str) -> Iterator[str]:
    """Where a language file says otherwise than CLDR."""
    known, words = language(locale), words_of(language(locale))
    if known.cldr == "root":
        yield "CLDR does not have it"
        return
    yield from _names(known)
    if words.owner(tables.Numbers) == locale:
        yield from _numbers(locale, words)
    if words.owner(tables.Calendar) == locale:
        yield from _calendar(known, words)
    if words.owner(tables.Units) == locale:
        yield from _units(known, words)


def _names(known: Language) -> Iterator[str]:
    cldr = Locale.parse(known.cldr)
    for ours, theirs in (
        (known.native, cldr.languages.get(cldr.language)),
        (known.english, Locale("en").languages.get(cldr.language)),
    ):
        if theirs and fold(theirs) not in fold(ours) and fold(ours) not in fold(theirs):
            yield f"name {ours!r}, CLDR {theirs!r}"


def _numbers(locale: str, words: Words) -> Iterator[str]:
    """Words that are another number in CLDR; those that it has for the same one, no file says again."""
    theirs = spelled_out(locale)
    for value, phrases in words.section(tables.Numbers).words.items():
        for other, forms in theirs.items():
            if other != value and {fold(one) for one in phrases} & set(map(fold, forms)):
                yield f"a word for {value} is {other} in CLDR"


def _calendar(known: Language, words: Words) -> Iterator[str]:
    own = words.section(tables.Calendar)
    for table, ours, first in (("days", own.weekdays, 0), ("months", own.months, 1)):
        for width, names in cldr_names(known.cldr, table):
            for number, name in names.items() if width in ("wide", "abbreviated") else ():
                for key, phrases in ours.items():
                    if int(key) - 1 + first != number and fold(name) in map(fold, phrases):
                        yield f"{name!r} is {table} {number}, here {key}"


def _units(known: Language, words: Words) -> Iterator[str]:
    patterns = Locale.parse(known.cldr)._data["unit_patterns"]  # noqa: SLF001 - Babel has no other way to list them
    for unit in words.section(tables.Units).words.keys() & UNITS.keys():
        for form in patterns.get(UNITS[unit].cldr, {}).get("long", {}).values():
            word = fold(form.replace("{0}", "").strip()) if isinstance(form, str) else ""
            meant = unit_words(known).meant(word)
            if meant and meant != {unit}:
                yield f"{word!r} is {unit} in CLDR, here {', '.join(sorted(meant))}"


def main() -> int:
    """Print the differences."""
    for locale in LANGUAGES:
        for difference in differences(locale):
            print(f"{locale}: {difference}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
