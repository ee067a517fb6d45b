"""Finding the words of a table in a text: one way of writing the words, one way of folding both sides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

# What is spelled in more than one way, or not always spelled at all.
_SAME = str.maketrans(
    {"’": "'", "ʼ": "'", "ʻ": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
    | dict.fromkeys("أإآٱ", "ا")
    | dict.fromkeys("يىئ", "ی")
    | {"ك": "ک", "ۀ": "ه", "ۂ": "ه", "ہ": "ه", "ؤ": "و"}
    | {"ё": "е"}
)
_SILENT = re.compile(
    # soft hyphen, joiners, direction marks, isolates; vowel points of Arabic and Hebrew; tatweel
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0f\ufeff\u061c\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u0640]"
)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """``text`` without what does not change a word: case, vowel points, joiners, kinds of apostrophe."""
    return unicodedata.normalize("NFC", _SILENT.sub("", unicodedata.normalize("NFC", text).casefold()).translate(_SAME))


@lru_cache
def _marks() -> str:
    """Vowel signs and accents as ranges of a character class: a word of ``re`` leaves them out.

    Letters between two marks are in the ranges too, which keeps them few; digits and signs are not.
    """
    ranges: list[list[int]] = []
    joined = False
    for code in range(0x300, 0x11800):
        kind = unicodedata.category(chr(code))
        if kind[0] == "M":
            if ranges and joined:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
            joined = True
        elif kind[0] != "L" and kind != "Cn":
            joined = False
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def letter() -> str:
    """Pattern of one letter or vowel sign of any script."""
    return rf"(?:[^\W\d_]|[{_marks()}])"


def starts() -> str:
    """Pattern of the place before a word."""
    return rf"(?<![^\W\d_])(?<![{_marks()}])"


def ends() -> str:
    """Pattern of the place after a word."""
    return rf"(?!{letter()})"


def source(entries: Iterable[str], *, spaced: bool = True) -> str:
    """A regular expression for words and phrases, the longest first; it matches folded text.

    Args:
        entries: The words. ``nie*`` is any word that begins so, ``*ness`` any that ends so.
        spaced: Whether the script has spaces: then a whole word is matched.
    """
    words = _by_length(entries)
    if not spaced:
        return f"(?:{_alternatives(words) or r'(?!)'})"
    inside = [
        _alternatives(word for word in words if "*" not in word),
        _around("", (word for word in words if word.endswith("*") and not word.startswith("*")), f"{letter()}*"),
        _around(f"{letter()}*", (word for word in words if word.startswith("*") and not word.endswith("*")), ""),
        _around(f"{letter()}*", (word for word in words if word[0] == word[-1] == "*"), f"{letter()}*"),
    ]
    return f"{starts()}(?:{'|'.join(filter(None, inside)) or r'(?!)'}){ends()}"


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for phrases as they are, the longest first, without a word's borders; folded."""
    return _alternatives(_by_length(phrases))


def _by_length(phrases: Iterable[str]) -> list[str]:
    return sorted({fold(phrase) for phrase in phrases}, key=lambda word: (-len(word), word))


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(r"\s+".join(map(re.escape, word.strip("*").split(" "))) for word in words)


def _around(before: str, words: Iterable[str], after: str) -> str:
    inside = _alternatives(words)
    return f"{before}(?:{inside}){after}" if inside else ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A table of words, ready to be found.

    Attributes:
        words: Finds an entry.
        without: Finds what looks like an entry and is none ("whether or not"); it is taken out first.
    """

    words: re.Pattern[str]
    without: re.Pattern[str] | None = None

    def found(self, text: str) -> tuple[str, ...]:
        """The entries in ``text``, folded, in order, without overlaps."""
        folded = fold(text)
        if self.without:
            folded = self.without.sub(" ", folded)
        return tuple(match[0] for match in self.words.finditer(folded))


@lru_cache(maxsize=512)
def lexicon(entries: tuple[str, ...], without: tuple[str, ...] = (), *, spaced: bool = True) -> Lexicon:
    """The lexicon of words in the notation of ``source``, less those of ``without``."""
    words = re.compile(source(entries, spaced=spaced))
    return Lexicon(words, re.compile(source(without, spaced=spaced)) if without else None)
