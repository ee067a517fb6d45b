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
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    rows = {value: tuple(words.split("|")) for value, words in lines}
    heads = {int(value[:-1]): words for value, words in rows.items() if value.endswith("+")}
    tails = {int(value): words for value, words in rows.items() if value.startswith("+")}
    compounds = {one + more: _joined(heads[one], tails[more]) for one in heads for more in tails}
    stated = {int(value): words for value, words in rows.items() if "+" not in value}
    return {Fraction(value): words for value, words in sorted({**compounds, **stated}.items())}


def _joined(heads: Phrases, tails: Phrases) -> Phrases:
    """Compounds of beginnings and ends: case by case where both are declined, every one with every one otherwise."""
    if len(heads) == len(tails):
        return tuple(map("".join, zip(heads, tails, strict=True)))
    return tuple(head + tail for head in heads for tail in tails)
