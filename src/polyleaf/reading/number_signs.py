"""Signs in and beside numbers that stand for others: thirds, and the decimal and thousands signs of Arabic."""

from __future__ import annotations

import re

from babel import Locale

from polyleaf.model.language import Language

_THIRDS = {"⅓": " 1/3", "⅔": " 2/3"}


def thirds(text: str) -> str:
    """``text`` with the signs for thirds written out."""
    for sign, words in _THIRDS.items():
        text = text.replace(sign, words)
    return text


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
