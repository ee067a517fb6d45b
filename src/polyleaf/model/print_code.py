"""The short code that stands on every print, in the form in which staff write it on a consent form.

``K7QM-9F3-X2P``: four symbols for the leaflet, language and edition, five for the text, one to check the rest. The
alphabet has 23 symbols. It leaves out 0 and O, 1, I and L, and one of each pair that looks alike in handwriting
(2 Z, 5 S, 8 B, 6 G, V U); without the vowels no code spells a word. As 23 is a prime, a sum with a weight for each
place finds every single wrong symbol and every two symbols that changed places (ISO/IEC 7064 works the same way).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SYMBOLS = "2346789CDFHJKMNPQRTVWXY"
SERIES = 4
"""Symbols for leaflet, language and edition: 279,841 values."""

TEXT = 5
"""Symbols for what is printed: 6,436,343 values."""

LENGTH = SERIES + TEXT + 1
_GROUPS = (4, 7)
"""Where the code is cut into groups that an eye can hold."""

_ALIKE = (
    "0ODQ",
    "1IL7JT",
    "2Z7",
    "3J8",
    "4A9HY",
    "5S68",
    "6GC",
    "7TF",
    "8B3R",
    "9QP",
    "CGD",
    "FPE",
    "HNK",
    "KXR",
    "MNW",
    "PR",
    "UVY",
    "VWN",
    "XYK",
)
"""Symbols that a hand or an eye confuses; also those that are in no code."""

PRINTED = re.compile(rf"\b[{SYMBOLS}]{{4}}-[{SYMBOLS}]{{3}}-[{SYMBOLS}]{{3}}\b")
"""A code in a running text."""

_LEFT_OUT = re.compile(r"[\s\-\u2010-\u2015\u2066-\u2069\u200e\u200f\u00ad.]")
_FOREIGN = 3
"""Most symbols outside of the alphabet that are guessed at; with more of them it is no code."""


@dataclass(frozen=True, slots=True)
class Mistyped:
    """Words that are no code.

    Attributes:
        reason: Why.
        meant: Codes that look like it and are right, in the order of the places that change.
    """

    reason: str
    meant: tuple[str, ...] = ()


def spell(series: int, text: int) -> str:
    """The code of two numbers; of each only as much is used as its symbols hold."""
    symbols = [*_symbols(series, SERIES), *_symbols(text, TEXT)]
    return grouped("".join(symbols) + _check(symbols))


def grouped(symbols: str) -> str:
    """Ten symbols as they are printed: ``K7QM-9F3-X2P``."""
    first, second = _GROUPS
    return "-".join((symbols[:first], symbols[first:second], symbols[second:]))


def series_of(code: str) -> str:
    """The part of a code that prints of the same leaflet, language and edition share."""
    return code[:SERIES]


def read_code(words: str) -> str | Mistyped:
    """The code in what somebody typed or scanned: small letters, spaces and a web address before it do not matter."""
    symbols = _LEFT_OUT.sub("", words.strip().rstrip("/").rpartition("/")[2].rpartition("=")[2]).upper()
    if len(symbols) != LENGTH or not symbols.isascii() or not symbols.isalnum():
        count = f"it has {len(symbols)}" if symbols else "there are none"
        return Mistyped(f"a code has {LENGTH} letters and digits, such as {grouped('K7QM9F3X2P')}; {count}")
    foreign = sorted(set(symbols) - set(SYMBOLS))
    if foreign:
        return Mistyped(f"{' and '.join(foreign)} {'is' if len(foreign) == 1 else 'are'} in no code", _meant(symbols))
    if not is_right(symbols):
        return Mistyped(f"the last symbol, {symbols[-1]}, does not match the others: one is misread", _meant(symbols))
    return grouped(symbols)


def is_code(words: str) -> bool:
    """Whether the words are a code just as it is printed."""
    return read_code(words) == words


def is_right(symbols: str) -> bool:
    """Whether the check symbol matches the others."""
    return sum(place * SYMBOLS.index(symbol) for place, symbol in enumerate(symbols, 1)) % len(SYMBOLS) == 0


def _symbols(number: int, count: int) -> list[str]:
    symbols = []
    for _ in range(count):
        number, rest = divmod(number, len(SYMBOLS))
        symbols.append(SYMBOLS[rest])
    return symbols


def _check(symbols: list[str]) -> str:
    return next(last for last in SYMBOLS if is_right("".join((*symbols, last))))


def _meant(symbols: str) -> tuple[str, ...]:
    """Right codes that differ in what a hand or an eye confuses."""
    foreign = [place for place, symbol in enumerate(symbols) if symbol not in SYMBOLS]
    if len(foreign) > _FOREIGN:
        return ()
    if foreign:
        found = [candidate for candidate in _replaced(symbols, foreign) if is_right(candidate)]
    else:
        changed = [*(one for place in range(LENGTH) for one in _replaced(symbols, [place])), *_exchanged(symbols)]
        found = [candidate for candidate in changed if is_right(candidate)]
    return tuple(dict.fromkeys(grouped(candidate) for candidate in found))


def _replaced(symbols: str, places: list[int]) -> Iterator[str]:
    if not places:
        yield symbols
        return
    place, rest = places[0], places[1:]
    for other in _look_alikes(symbols[place]):
        yield from _replaced(symbols[:place] + other + symbols[place + 1 :], rest)


def _look_alikes(symbol: str) -> list[str]:
    found = (other for group in _ALIKE if symbol in group for other in group)
    return [other for other in dict.fromkeys(found) if other != symbol and other in SYMBOLS]


def _exchanged(symbols: str) -> Iterator[str]:
    """The code with two neighbours in each other's place."""
    for place in range(LENGTH - 1):
        yield symbols[:place] + symbols[place + 1] + symbols[place] + symbols[place + 2 :]
