"""Numbers in words as Unicode CLDR spells them out: tables made by ``tools/number_words.py``, one a locale."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from polyleaf.locales.keys import Phrases
from polyleaf.locales.shared import BUILT_IN

FOLDER = BUILT_IN / "numerals"


@lru_cache(maxsize=128)
def spelled_out(locale: str) -> Mapping[Fraction, Phrases]:
    """Value -> words of a locale; nothing if CLDR has none."""
    path = FOLDER / f"{locale}.tsv"
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {Fraction(value): tuple(words.split("|")) for value, words in rows}
