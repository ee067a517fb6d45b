"""What is there for each language: script, fonts, the words of the page, words of units, words for the checks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from polyleaf.building.fonts import font_families
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.catalog.po.reader import read_catalog
from polyleaf.locales.numbers import has_months
from polyleaf.locales.quantities import has_words
from polyleaf.locales.table import LANGUAGES, language, meanings, unknown
from polyleaf.locales.tags import codes_with, language_code, line_of
from polyleaf.locales.units import UNITS
from polyleaf.model.language import Language
from polyleaf.model.message import Message, TextState
from polyleaf.reading.coverage import lacking

_WRITTEN_IN = "en"
"""Language of the templates as they stand: it needs no translation."""

_CONTACT = "contact"
"""Context of the names and hours of contacts: they are words of the project, not of the page."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What polyleaf and this computer have for a language.

    Attributes:
        language: The language.
        fonts: Its families that are not installed; None if nobody can say which are.
        words: How many words of the page are translated.
        of: How many there are.
        who: Who says to have translated them (``Last-Translator`` of the catalog), or "".
        units: Units without a word in the language.
        months: Whether the months have names.
        checks: Kinds of words that its checks lack.
        also: The same language for other readers, by another script or country.
    """

    language: Language
    fonts: tuple[str, ...] | None
    words: int
    of: int
    who: str
    units: tuple[str, ...]
    months: bool
    checks: tuple[str, ...]
    also: tuple[Language, ...] = ()


def found(word: str) -> tuple[str, ...]:
    """The languages that a word means, else those with it in their code or names; all that have a file if it is empty.

    One that has no file is found by its code and its English name. The whole name of a language means no other:
    Krio is not Kriolu, and Pali not Nepali.
    """
    word = word.strip()
    if (exact := meanings(word)) or language_code(word):
        return exact
    folded = word.casefold()
    rows = (LANGUAGES[locale] for locale in LANGUAGES)
    with_file = tuple(
        row.locale
        for row in sorted(rows, key=lambda one: one.english)
        if any(folded in name.casefold() for name in (row.locale, row.tag, row.english, row.native))
    )
    return with_file or tuple(locale for code in codes_with(word) for locale in meanings(code))


def why_not(word: str) -> tuple[str, str]:
    """What is wrong with a word that means no language, and the way out."""
    return unknown(word)


def equipment(locales: Sequence[str], messages: Collection[Message], rooms: Sequence[Path]) -> Iterator[Equipment]:
    """What there is for each of the languages.

    Args:
        locales: The languages.
        messages: Messages of the templates.
        rooms: Folders like ``translations/``, the project's own first.

    Raises:
        CatalogError: A catalog cannot be used.
        UsageError: A language cannot be printed, or its file cannot be used.
    """
    installed = font_families()
    wanted = {message.key for message in messages if message.key[0] != _CONTACT}
    for locale in locales:
        known = language(locale)
        done, who = _page_words(locale, wanted, rooms)
        yield Equipment(
            language=known,
            fonts=tuple(one for one in known.families if one.casefold() not in installed) if installed else None,
            words=len(wanted) if known.tag.partition("-")[0] == _WRITTEN_IN else done,
            of=len(wanted),
            who=who,
            units=tuple(unit for unit in UNITS if not has_words(unit, known)),
            months=has_months(known),
            checks=lacking(known),
            also=tuple(LANGUAGES[one] for one in LANGUAGES if one != locale and _spoken(one) == _spoken(locale)),
        )


def _spoken(locale: str) -> str:
    return locale.partition("_")[0]


def _page_words(locale: str, wanted: AbstractSet[tuple[str, str]], rooms: Sequence[Path]) -> tuple[int, str]:
    done: set[tuple[str, str]] = set()
    who = ""
    for room in rooms:
        for one in line_of(locale):
            path = room / one / "LC_MESSAGES" / f"{TEMPLATES}.po"
            if not path.is_file():
                continue
            catalog = read_catalog(path, one, str(path))
            done |= {entry.key for entry in catalog.current if entry.state is TextState.TRANSLATED}
            who = who or next((value for name, value in catalog.headers if name.lower() == "last-translator"), "")
    return len(done & wanted), who
