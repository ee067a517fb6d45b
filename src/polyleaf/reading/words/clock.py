"""Words of the clock and the calendar: halves of the day and names of months, from CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from polyleaf.locales.table import row
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import UNSPACED, fold, source

_AM = ("am", "morning")
_PM = ("pm", "afternoon", "evening")
_SHORTEST = 2
"""Least letters of a word for a half of the day, else "a" and "p" would be found everywhere."""

# Besides CLDR's, in the notation of ``pattern.source``.
_MORNING = {
    "en": "a.m. in_the_morning",
    "pl": "rano",
    "uk": "ранку",
    "ar": "ص صباحا صباحًا",
    "fa": "صبح",
    "ur": "صبح",
    "bn": "সকাল*",
    "pa": "ਸਵੇਰੇ",
    "gu": "સવારે",
    "ta": "காலை",
    "zh": "早上 上午 早晨 凌晨",
    "so": "subaxnimo subax gh",
}
_EVENING = {
    "en": "p.m. in_the_afternoon in_the_evening",
    "pl": "po_południu wieczorem",
    "uk": "вечора дня",
    "ar": "م مساء مساءً",
    "fa": "عصر بعد_از_ظهر بعدازظهر",
    "ur": "شام سہ_پہر",
    "bn": "বিকেল* সন্ধ্যা*",
    "pa": "ਸ਼ਾਮ ਸ਼ਾਮੀਂ",
    "gu": "સાંજે બપોરે",
    "ta": "மாலை பிற்பகல்",
    "zh": "下午 晚上 傍晚",
    "so": "galabnimo galab fiidnimo gd",
}


@lru_cache
def half_of_day(locale: str, script: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of folded words that say "before noon" and "after noon" beside a time."""
    base = locale.split("_", maxsplit=1)[0]
    spaced = script not in UNSPACED
    morning = " ".join((*_periods(locale, _AM), _MORNING.get(base, ""), "am"))
    evening = " ".join((*_periods(locale, _PM), _EVENING.get(base, ""), "pm"))
    return re.compile(source(morning, spaced=spaced)), re.compile(source(evening, spaced=spaced))


def _periods(locale: str, kinds: tuple[str, ...]) -> Iterator[str]:
    for widths in Locale.parse(locale).day_periods.values():
        for names in widths.values():
            for kind, word in names.items():
                if kind.rstrip("12") in kinds and (len(word) >= _SHORTEST or not word.isascii()):
                    yield word.replace(" ", "_")


@lru_cache
def month_names(language: Language) -> tuple[str, dict[str, int]]:
    """A pattern of the language's names of months, and the number of each folded name."""
    found: dict[str, int] = {}
    for widths in Locale.parse(language.locale).months.values():
        for width, names in widths.items():
            if width != "narrow":
                for number, name in names.items():
                    _note(found, name, number)
    for number, name in enumerate(row(language.locale).months, 1):
        _note(found, name, number)
    pattern = "|".join(re.escape(name) for name in sorted(found, key=lambda name: (-len(name), name)))
    return pattern or r"(?!)", found


def _note(found: dict[str, int], name: str, number: int) -> None:
    """Names of figures alone ("11月") are read with the date, not here."""
    folded = fold(name).rstrip(".").strip()
    if folded and not folded[0].isdigit():
        found.setdefault(folded, number)
