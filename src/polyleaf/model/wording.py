"""Words of findings: quoted text, counted nouns, the word that was perhaps meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from polyleaf.errors import nearest
from polyleaf.model.foreign import one_line

_JOINERS = "‌‍"
"""Format characters that spell words in Persian and Indic scripts."""


_HOLE = "\ufffc"
"""Stands for a fact in texts that are read for their words: whoever is told of them would see a box."""


def quote(text: str, limit: int = 60) -> str:
    """``text`` in quotation marks on one line, shortened to ``limit`` characters, without what is not seen."""
    text = text.replace(_HOLE, "{…}")
    visible = "".join(c for c in text[: 9 * limit] if unicodedata.category(c) not in ("Cf", "Cs") or c in _JOINERS)
    return f"“{one_line(visible, limit, instead=' ')}”"


def count(number: int, noun: str, plural: str = "") -> str:
    """``1 word``, ``3 words``."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Iterable[str], limit: int = 6) -> str:
    """The words with commas, the rest counted: ``a, b and 3 more``."""
    words = tuple(words)
    if len(words) <= limit:
        return ", ".join(words)
    return f"{', '.join(words[:limit])} and {len(words) - limit} more"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``Did you mean x?``, or "" if nothing is near."""
    near = nearest(word, known)
    return f"Did you mean {near}?" if near else ""
