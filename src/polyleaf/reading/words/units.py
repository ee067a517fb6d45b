"""The unit that stands beside a number, in the words of each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain

from babel import Locale

from polyleaf.locales import words as tables
from polyleaf.locales.shared import shared
from polyleaf.locales.shelf import Words
from polyleaf.locales.units import UNITS
from polyleaf.locales.words import COUNTED, FAHRENHEIT, PERCENT, THINGS
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import alternatives, fold, letter, source
from polyleaf.reading.words.phrases import Phrasebook
from polyleaf.reading.words.said_amounts import said_amounts
from polyleaf.reading.words.tables import once_a_language

_SYMBOLS = ("short", "long")
_KEYS = {PERCENT: "concentr-percent", FAHRENHEIT: "temperature-fahrenheit"}
"""CLDR's keys of what is read, and is no quantity of a leaflet."""

_STEM = 4
"""Letters from which a word of CLDR is taken for a stem, in a language without unit words of its own."""

_ALPHABETS = frozenset(("Thai", "Laoo", "Khmr", "Mymr"))
"""Scripts without spaces in which one letter begins many words: a unit is never one letter there."""

_NEAR = 26
"""Characters on each side of a number among which a unit that does not touch it is looked for."""

_MOST_WORDS = 20_000
"""Words that are remembered for each language."""

_SPACE = re.compile(r"\s+")
_GAP = re.compile(r"[\s\-‐‑–]{1,2}")
_NUMBER_NEXT = re.compile(r"\s?\d")
_BRACKET = re.compile(r"[(（]")
_BARRIER = re.compile(r"[\d.!?;:。！？।۔؟￼]")


class Names:
    """Which units a word may mean: looked up, since the patterns of forty units in every language are slow to make.

    Args:
        each: The words of each unit, in the notation of ``pattern.source``.
        spaced: Whether the script has spaces.
    """

    def __init__(self, each: Mapping[str, tuple[str, ...]], *, spaced: bool) -> None:
        self._whole: dict[str, set[str]] = {}
        self._stems: list[tuple[str, str]] = []
        for unit, forms in each.items():
            for form in dict.fromkeys(map(fold, forms)):
                if "*" in form and spaced:
                    self._stems.append((form, unit))
                else:
                    self._whole.setdefault(form.strip("*"), set()).add(unit)
        self._known: dict[str, frozenset[str]] = {}

    def meant(self, word: str) -> frozenset[str]:
        """The units of a word that was found in folded text."""
        known = self._known.get(word)
        if known is None:
            bare = _SPACE.sub(" ", word)
            stems = (unit for form, unit in self._stems if _has_form(bare, form))
            known = frozenset((*self._whole.get(bare, ()), *stems))
            if len(self._known) < _MOST_WORDS:
                self._known[word] = known
        return known


def _has_form(word: str, form: str) -> bool:
    """Whether a word is one of those that a form with a star stands for."""
    stem = form.strip("*")
    if form[0] == form[-1]:
        return any(
            _more().fullmatch(word, 0, at) and _more().fullmatch(word, at + len(stem))
            for at in (match.start() for match in re.finditer(f"(?={re.escape(stem)})", word))
        )
    if form[-1] == "*":
        return word.startswith(stem) and bool(_more().fullmatch(word, len(stem)))
    return word.endswith(stem) and bool(_more().fullmatch(word, 0, len(word) - len(stem)))


@cache
def _more() -> re.Pattern[str]:
    return re.compile(f"{letter()}*")


@dataclass(frozen=True, slots=True, eq=False)
class UnitWords:
    """The unit words of a language.

    Attributes:
        known: Whether the language has words of its own: only then does a missing unit mean anything.
        any: One pattern for all of them.
        percent: Pattern of the percent signs.
        names: What each unit is called.
        joiner: Finds what may stand between a number and its unit; None if nothing may.
        said: Amounts that are said without a number: value and unit.
        leading: Finds a unit right before its number; None in a language that says it after.
        compound: Finds a unit as it ends a word with a number in it: German "8-stündig"; None if there is none.
        endings: What such a unit is called.
    """

    known: bool
    any: re.Pattern[str]
    percent: str
    names: Names
    joiner: re.Pattern[str] | None
    said: Phrasebook[tuple[Fraction, str]]
    leading: re.Pattern[str] | None = None
    compound: re.Pattern[str] | None = None
    endings: Names = field(default_factory=lambda: Names({}, spaced=True))

    def after(self, text: str, end: int) -> tuple[frozenset[str], int]:
        """The units a word right after a number may mean, and where the word ends; (nothing, ``end``) if none."""
        for begin in self._begins(text, end):
            if match := self.any.match(text, begin):
                return self.meant(match[0]), match.end()
        ends = self.compound and self.compound.match(text, end)
        return (self.endings.meant(ends["unit"]), ends.end()) if ends else (frozenset(), end)

    def _begins(self, text: str, end: int) -> Iterator[int]:
        """Where a unit may begin behind a number: "6 hours", "6-hour", "20 de minute"; the likeliest place first."""
        gap = _GAP.match(text, end)
        for begin in range(gap.end() if gap else end, end - 1, -1):
            if joiner := self.joiner and self.joiner.match(text, begin):
                yield joiner.end()
            yield begin

    def before(self, text: str, start: int) -> frozenset[str]:
        """The units of a word right before a number: a percent sign, or a word whose number follows in brackets."""
        if percent := self.percent_before(text, start):
            return percent
        first = max(0, start - _NEAR)
        found = _bracketed_before(self).search(text, first, start) if _BRACKET.search(text, first, start) else None
        return self.meant(found["unit"]) if found else frozenset()

    def percent_before(self, text: str, start: int) -> frozenset[str]:
        """The unit of a percent sign, or of a word for it, right before a number: 百分之五."""
        found = _percent_before(self).search(text, max(0, start - _NEAR), start)
        return self.meant(found["unit"]) if found else frozenset()

    def of(self, text: str, start: int, end: int) -> tuple[frozenset[str], int]:
        """The units of the number from ``start`` to ``end``, and where what belongs to it ends."""
        leading = self.leading_units(text, start)
        behind, after = self.after(text, end)
        if leading and _NUMBER_NEXT.match(text, after):
            return leading, end  # Swahili "siku 3 mara 2": the word behind belongs to the next number
        return leading | behind, after  # Sinhala "දිනකට 6 වරක්", six times a day

    def leading_units(self, text: str, start: int) -> frozenset[str]:
        """The units of a word right before a number, in a language that says them there."""
        found = self.leading and self.leading.search(text, max(0, start - _NEAR), start)
        return self.meant(found["unit"]) if found else frozenset()

    def near(self, text: str, start: int, end: int) -> frozenset[str]:
        """The units in the words round a number, up to the next number or the end of the sentence."""
        left = _BARRIER.split(text[max(0, start - _NEAR) : start])[-1]
        end += text.startswith(". ", end)  # German: "in der 28. Woche"
        right = _BARRIER.split(text[end : end + _NEAR])[0]
        return frozenset(unit for part in (left, right) for word in self.any.findall(part) for unit in self.meant(word))

    def meant(self, word: str) -> frozenset[str]:
        """The units that a word which ``any`` found may mean."""
        return self.names.meant(word)


def symbols() -> frozenset[str]:
    """Symbols of units that stand in Latin letters in a text of any script, folded: "mg", "ml"."""
    return frozenset(fold(symbol) for words in shared().symbols.values() for symbol in words)


@once_a_language
def unit_words(language: Language, words: Words) -> UnitWords:
    """The unit words of a language: its own, CLDR's forms, and the symbols that all languages use."""
    own, known = words.section(tables.Units), shared()
    symbols_here = known.symbols_of_script.get(language.script, {})
    each: dict[str, tuple[str, ...]] = {}
    for unit in COUNTED:
        forms = (
            *_cldr(unit, language, stems=not own.words),
            *own.words.get(unit, ()),
            *symbols_here.get(unit, ()),
            *known.symbols.get(unit, ()),
        )
        if language.script in _ALPHABETS:
            forms = tuple(form for form in forms if len(form) > 1 or form.isascii())
        each[unit] = forms
    everything = re.compile(source((form for forms in each.values() for form in forms), spaced=language.spaced))
    return UnitWords(
        bool(own.words),
        everything,
        source(each[PERCENT], spaced=language.spaced),
        Names(each, spaced=language.spaced),
        _between(own.between, spaced=language.spaced),
        Phrasebook(said_amounts(words.section(tables.Numbers), own), spaced=language.spaced),
        re.compile(rf"(?P<unit>{everything.pattern})\s$") if own.before_number else None,
        re.compile(rf"(?<=\d)[-‐‑]?(?P<unit>{source(chain(*own.compound.values()), spaced=language.spaced)})")
        if own.compound
        else None,
        Names(own.compound, spaced=language.spaced),
    )


def _between(phrases: tuple[str, ...], *, spaced: bool) -> re.Pattern[str] | None:
    """Finds what may stand between a number and its unit."""
    gap = r"\s" if spaced else ""
    return re.compile(f"(?:{alternatives(phrases)}){gap}") if phrases else None


@lru_cache
def _bracketed_before(words: UnitWords) -> re.Pattern[str]:
    return re.compile(rf"(?P<unit>{words.any.pattern})(?:\s+[^\W\d]+)?\s*[(（]\s*$")


@lru_cache
def _percent_before(words: UnitWords) -> re.Pattern[str]:
    return re.compile(rf"(?P<unit>{words.percent}|[%٪])\s?$")


def _cldr(unit: str, language: Language, *, stems: bool) -> Iterator[str]:
    """CLDR's words for a unit, and our own patterns that take their place in print."""
    if unit in THINGS:
        return
    patterns = list(language.units.get(unit, {}).values())
    key = UNITS[unit].cldr if unit in UNITS else _KEYS[unit]
    known = Locale.parse(language.cldr)._data["unit_patterns"].get(key, {})  # noqa: SLF001 - see locales/quantities.py
    for length in _SYMBOLS:
        patterns += [form for name, form in known.get(length, {}).items() if name != "per" and isinstance(form, str)]
    for pattern in patterns:
        word = fold(pattern.replace("({0})", "").replace("{0}", "").strip(" \u00a0-"))
        if not word or word == "a" or any(char.isdigit() for char in word):
            continue
        bare = word.removeprefix("de ")
        yield bare
        if stems and len(word) >= _STEM and " " not in bare:
            yield f"{bare}*"
