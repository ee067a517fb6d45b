"""The law of bringing a document in: no word of it is lost. It is held against every file, not in tests alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from polyleaf.importing.glyphs import private_as_signs
from polyleaf.locales.digits import fold_digits

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BULLET = re.compile(r"^[ \t\u00a0]*[o§][ \t\u00a0]+", re.MULTILINE)
"""An "o" that stands for a bullet."""

_DEGREES = re.compile(r"(?<=\d)[ \u00a0]?[0oº°⁰](?=[ \u00a0]?[CF]\b)")
"""A raised "o" or zero that stands for degrees."""

_MOST = 12


def words_in(text: str) -> Counter[str]:
    """The words and numbers of a text, each as often as it stands there; raised figures are figures."""
    plain = _BULLET.sub("", private_as_signs(text))
    plain = _DEGREES.sub("°", plain)
    plain = fold_digits(_UNSEEN.sub("", unicodedata.normalize("NFKC", plain)).casefold())
    return Counter(_WORD.findall(plain))


def lost(original: str, kept: Iterable[str]) -> tuple[str, ...]:
    """Words of a document that are found nowhere in what became of it, in their order.

    Args:
        original: Every word of the document.
        kept: What became of it: the leaflet with its facts as they are printed, its notes, what was said of it.
    """
    there = words_in("\n".join(kept))
    missing = words_in(original) - there
    return tuple(missing)


def shortened(words: tuple[str, ...]) -> str:
    """Lost words for people, cut where they are many."""
    return ", ".join(words[:_MOST]) + (f" and {len(words) - _MOST} more" if len(words) > _MOST else "")
