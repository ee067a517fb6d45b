"""Signs in and beside numbers: thirds, the decimal and thousands signs of Arabic, and what is below zero."""

from __future__ import annotations

import re

from babel import Locale

from polyleaf.locales.shelf import Words
from polyleaf.locales.words import Numbers
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import source
from polyleaf.reading.words.tables import once_a_language

_THIRDS = {"⅓": " 1/3", "⅔": " 2/3"}


def thirds(text: str) -> str:
    """``text`` with the signs for thirds written out."""
    for sign, words in _THIRDS.items():
        text = text.replace(sign, words)
    return text


@once_a_language
def minus(language: Language, words: Words) -> re.Pattern[str] | None:
    """Finds what makes the number behind it less than zero; None if nobody knows how a language says that."""
    own = words.section(Numbers).minus
    # "2-8" and "2 – 8" are ranges.
    return re.compile(rf"(?:(?:^|[\s(])[-–−]|(?<!\d)−|{source(own, spaced=language.spaced)}\s?)$") if own else None


def arabic_signs(folded: str, language: Language, original: str) -> str:
    """Folded digits whose Arabic decimal and thousands signs stand for the language's own."""
    if "٫" not in original and "٬" not in original:
        return folded
    symbols = Locale.parse(language.cldr).number_symbols["latn"]
    if (symbols["decimal"], symbols["group"]) == (".", ","):
        return folded
    marks = iter([char for char in original if char in "٫٬"])
    swapped = re.sub(r"(?<=\d)[.,](?=\d)", lambda match: _own(next(marks, ""), match[0], symbols), folded)
    return swapped if next(marks, None) is None else folded


def _own(mark: str, sign: str, symbols: dict[str, str]) -> str:
    return {"٫": symbols["decimal"], "٬": symbols["group"]}.get(mark, sign)
