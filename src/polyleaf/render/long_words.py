"""Where long words and addresses may go on in the next line. Only marks that print nothing are added, or taken out.

An address breaks after a slash and before @ ? & # and a dot; inside a part that is long by itself before a hyphen, too
(Chicago Manual of Style 7.46). No line ends with a sign that could be taken for the end of a sentence, or for a hyphen
of the line-breaker.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from polyleaf.locales.counted_words import AmountWords
from polyleaf.render.amounts import NO_UNITS, held
from polyleaf.render.style import MM_PER_PT, Style

_BREAK, _HOLD, _SOFT = "\u200b", "\u2060", "\u00ad"
_BESIDE = re.compile(r"(?<=[«‹]) (?=\S)|(?<=\S) (?=[»›:;!?%](?!\w))")
"""A blank beside a sign that belongs to a word, as French has it."""
_BOX_FIRST, _BOX_LAST = re.compile(r"^\W*[☐☑☒] |[:?)…] [☐☑☒] "), re.compile(r"[☐☑☒]\W*$")
"""Where each box to tick is of the words behind it, and where of those before it."""
_LETTER = 0.55
"""Width of an average letter over the type size."""
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|mailto:|www\.)\S+|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+|[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S*",
    re.IGNORECASE,
)
_PLACES = re.compile(r"(?<=[^/:])/+(?=[^/])|(?=[@?&#])")
_FURTHER = re.compile(r"(?=[.=_%~-])")
_LONG_PART = 20
"""Letters of a part that may break inside."""
_WORD = re.compile(rf"[^\s{_BREAK}]*{_SOFT}[^\s{_BREAK}]*")
_LEAST = 4
"""Letters that stay together at either end."""
_WHOLE = 0.6
"""Part of a line up to which an address is kept in one piece."""


def is_address(text: str) -> bool:
    """Whether a text is a web or mail address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def fits(text: str, measures: Style) -> bool:
    """Whether an address is so short that it need not break on this page."""
    return len(text) <= _letters_in_line(measures) * _WHOLE


def set_words(text: str, measures: Style, units: AmountWords = NO_UNITS) -> str:
    """Words as they are set: no line ends at a hyphen or inside of an amount, and what is longer than a line may break.

    Args:
        text: Plain text.
        measures: Of the page.
        units: What stands beside a number in its language, from ``amount_words``.
    """
    most = _letters_in_line(measures) * _WHOLE
    text = _WORD.sub(lambda word: word[0] if len(word[0]) > most else word[0].replace(_SOFT, ""), text)
    return _by_address(
        text,
        lambda words: _held(held(words, most, units)),
        lambda address: breakable(address) if len(address) > most else _held(address),
    )


def amounts_held(text: str, measures: Style, units: AmountWords = NO_UNITS) -> str:
    """Words whose amounts hold together, addresses left alone: the part of ``set_words`` that looks at whole sentences.

    Args:
        text: Plain text.
        measures: Of the page.
        units: As above.
    """
    most = _letters_in_line(measures) * _WHOLE
    return _by_address(text, lambda words: held(words, most, units), str)


def _by_address(text: str, words: Callable[[str], str], address: Callable[[str], str]) -> str:
    """A text with its addresses set in one way, and the words around them in another."""
    pieces: list[str] = []
    end = 0
    for match in _ADDRESS.finditer(text):
        pieces += (words(text[end : match.start()]), address(match[0]))
        end = match.end()
    return "".join((*pieces, words(text[end:])))


def breakable(address: str) -> str:
    """An address with marks at the places where the eye expects it to break."""
    parts = [inner for part in _cut(address, _PLACES) for inner in _inside(part)]
    return _BREAK.join(map(_held, parts))


def _inside(part: str) -> list[str]:
    return _cut(part, _FURTHER) if len(part) > _LONG_PART else [part]


def _cut(text: str, places: re.Pattern[str]) -> list[str]:
    """The text in pieces; the first and the last are never tiny."""
    ends = (match.end() for match in places.finditer(text))
    kept = [0, *(at for at in ends if _LEAST <= at <= len(text) - _LEAST), len(text)]
    return [text[start:end] for start, end in pairwise(kept)]


def _held(text: str) -> str:
    if _BOX_FIRST.search(text):
        text = re.sub(r"(?<=[☐☑☒]) (?=\S)", f" {_HOLD}", text)
    elif _BOX_LAST.search(text):
        text = re.sub(r" (?=[☐☑☒])", f" {_HOLD}", text)
    return _BESIDE.sub(f" {_HOLD}", text.replace("-", f"-{_HOLD}"))


def _letters_in_line(measures: Style) -> float:
    return measures.text_width / MM_PER_PT / (measures.size * _LETTER)
