"""Finding the words of a table in a text: one way of writing the words, one way of folding both sides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache

# What is spelled in more than one way, or not always spelled at all.
_SAME = str.maketrans(
    {"’": "'", "ʼ": "'", "ʻ": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
    | dict.fromkeys("أإآٱ", "ا")
    | dict.fromkeys("يىئ", "ی")
    | {"ك": "ک", "ۀ": "ه", "ۂ": "ه", "ہ": "ه", "ؤ": "و"}
    | {"ё": "е", "״": '"', "׳": "'"}
    | {"\u06fd": "و", "\u06fe": "م"}  # Sindhi "and" and "in": words that Unicode calls signs
)
_SILENT = re.compile(
    # soft hyphen, joiners, direction marks, isolates; vowel points of Arabic and Hebrew; tatweel
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0f\ufeff\u061c\u064b-\u0652\u0654\u0670\u0591-\u05bd\u05bf\u0640]"
)


STACKING = "\u1039\u17d2"
"""Signs of Burmese and Khmer that put the next letter under the one before: no word begins behind them."""
_MOST_ANSWERS = 1024
"""Sentences for which a table remembers its words: those of a catalog, which several checks ask about in turn."""


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """``text`` without what does not change a word: case, vowel points, joiners, kinds of apostrophe."""
    if text.isascii():
        return text.lower().replace("`", "'")
    small = unicodedata.normalize("NFC", text).casefold().replace("i\u0307", "i")  # İ of Turkish
    return unicodedata.normalize("NFC", _SILENT.sub("", small).translate(_SAME))


@lru_cache
def _marks() -> tuple[tuple[str, str], ...]:
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
    return tuple((chr(first), chr(last)) for first, last in ranges)


_ACCENTS = 3
"""The block whose accents go with letters of every script."""

_LATIN = frozenset((0, 1, 2, 3, 0x1E))
"""Blocks of Latin letters, and of accents."""

_SYMBOL = 4
"""Letters of the longest symbol."""

_FEW = 4
"""Ranges that are compiled faster one by one than as a class."""


@lru_cache(maxsize=256)
def _classes(blocks: frozenset[int] | None) -> tuple[str, ...]:
    """Character classes of the marks that go with letters of some blocks of 256 characters; of all if None.

    Each pattern is compiled with its marks, and most of them stand in scripts that the words of a table never have.
    """
    ranges = [
        f"{first}-{last}"
        for first, last in _marks()
        if blocks is None or not blocks.isdisjoint(range(ord(first) >> 8, (ord(last) >> 8) + 1))
    ]
    return tuple(f"[{one}]" for one in ranges) if len(ranges) <= _FEW else (f"[{''.join(ranges)}]",)


def _blocks(words: Iterable[str]) -> frozenset[int]:
    return frozenset(ord(char) >> 8 for word in words for char in word) | {_ACCENTS}


def letter(blocks: frozenset[int] | None = None) -> str:
    """Pattern of one letter or vowel sign of any script; with ``blocks``, of the vowel signs only those of these."""
    return rf"(?:[^\W\d_]|{'|'.join(_classes(blocks))})"


def starts(blocks: frozenset[int] | None = None) -> str:
    """Pattern of the place before a word."""
    return rf"(?<![^\W\d_]){''.join(f'(?<!{one})' for one in _classes(blocks))}"


def ends(blocks: frozenset[int] | None = None) -> str:
    """Pattern of the place after a word."""
    return rf"(?!{letter(blocks)})"


def source(entries: Iterable[str], *, spaced: bool = True) -> str:
    """A regular expression for words and phrases, the longest first; it matches folded text.

    Args:
        entries: Words. ``nie*`` is any word that begins so, ``*ness`` one that ends so, ``~`` some words, ``#`` digits.
        spaced: Whether the script has spaces: then a whole word is matched.
    """
    words = _by_length(entries)
    if not spaced:
        return f"(?<![{STACKING}])(?:{_alternatives(words) or r'(?!)'})"
    blocks = _blocks(words)
    more = f"{letter(blocks)}*"
    symbols = [] if blocks <= _LATIN else [word for word in words if _is_symbol(word)]
    inside = [
        _alternatives(word for word in words if "*" not in word and word[-1] not in "'." and word not in symbols),
        _around("", (word for word in words if word.endswith("*") and not word.startswith("*")), more),
        _around(more, (word for word in words if word.startswith("*") and not word.endswith("*")), ""),
        _around(more, (word for word in words if word[0] == word[-1] == "*"), more),
    ]
    whole = f"(?:{'|'.join(filter(None, inside)) or r'(?!)'}){ends(blocks)}"
    # French "n'" in "n'est"; an ending may stand right behind the point of an abbreviation: Gujarati "મિ.ગ્રા.ની".
    if elided := _alternatives(word for word in words if word[-1] in "'."):
        whole = f"(?:(?:{elided})|{whole})"
    if symbols:  # letters of another script go on behind them: Korean "5mg를", "80%의"
        # Behind the words: Malay "sudu besar" (tablespoon) begins with "sudu", which is as short as a symbol.
        whole = f"(?:{whole}|(?:{_alternatives(symbols)})(?![A-Za-z\u00c0-\u02af\u1e00-\u1eff\u0300-\u036f]))"
    return f"{starts(blocks)}{whole}"


def _is_symbol(word: str) -> bool:
    """Whether a word is the symbol of a unit, or one like it."""
    return "*" not in word and (word[-1] in "%°٪" or (word.isascii() and word[-1].isalpha() and len(word) <= _SYMBOL))


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for phrases as they are, the longest first, without a word's borders; folded."""
    return _alternatives(_by_length(phrases))


def _by_length(phrases: Iterable[str]) -> list[str]:
    return sorted({fold(phrase) for phrase in phrases}, key=lambda word: (-len(word), word))


def _alternatives(words: Iterable[str]) -> str:
    inside = "|".join(r"\s+".join(map(re.escape, word.strip("*").split(" "))) for word in words)
    return inside.replace(r"\~", "[^.,;:!?(]{1,40}?").replace(r"\#", r"\d[\d.,/–-]*")


def _around(before: str, words: Iterable[str], after: str) -> str:
    inside = _alternatives(words)
    return f"{before}(?:{inside}){after}" if inside else ""


def letters(blocks: frozenset[int] | None = None) -> str:
    """Pattern of one letter or more, all there are; letters and vowel signs are each taken by the run."""
    return rf"(?>(?:[^\W\d_]++|{'|'.join(f'{one}++' for one in _classes(blocks))})+)"


@cache
def _run() -> re.Pattern[str]:
    return re.compile(letters())


def runs(folded: str) -> list[str]:
    """The runs of letters of a folded text."""
    return _run().findall(folded)


@lru_cache(maxsize=8192)
def _runs(folded: str) -> frozenset[str]:
    """Each of them once; every table of a language asks for those of one sentence."""
    return frozenset(runs(folded))


class Lexicon:
    """A table of words, ready to be found.

    Args:
        entries: The words, in the notation of ``source``.
        without: What looks like an entry and is none ("whether or not"); it is taken out first.
        spaced: Whether the script has spaces.
    """

    def __init__(self, entries: tuple[str, ...], without: tuple[str, ...] = (), *, spaced: bool = True) -> None:
        self._entries, self._without_entries, self._spaced = entries, without, spaced
        # No pattern is compiled or tried on a text that has none of the runs of letters that the entries need.
        self._whole: set[str] = set()
        self._parts: set[str] = set()
        self._always = False
        self._answers: dict[str, tuple[str, ...]] = {}
        for entry in map(fold, entries):
            found = runs(entry.strip("*"))
            if not found:
                self._always = True
            elif "*" in entry or not spaced:
                self._parts.add(max(found, key=len))
            else:
                self._whole.add(max(found, key=len))

    @property
    def has_entries(self) -> bool:
        """Whether there are any words in it."""
        return bool(self._entries)

    @property
    def runs(self) -> frozenset[str] | None:
        """The runs of letters of which each entry in a text needs one; None if parts of them are enough."""
        return None if self._always or self._parts else frozenset(self._whole)

    def found(self, text: str) -> tuple[str, ...]:
        """The entries in ``text``, folded, in order, without overlaps."""
        found = self._answers.get(text)
        if found is None:
            if len(self._answers) >= _MOST_ANSWERS:
                self._answers.clear()
            found = self._answers[text] = self._found(fold(text))
        return found

    def _found(self, folded: str) -> tuple[str, ...]:
        if not self._may_be_in(folded):
            return ()
        if self._without:
            folded = self._without.sub(" ", folded)
        return tuple(match[0] for match in self._words.finditer(folded))

    def _may_be_in(self, folded: str) -> bool:
        known = self._always or not self._whole.isdisjoint(_runs(folded))
        return known or any(map(folded.__contains__, self._parts))

    @cached_property
    def _words(self) -> re.Pattern[str]:
        # No word begins right behind a digit, but an ending does: Gujarati "2026ના".
        words = source(self._entries, spaced=self._spaced)
        return re.compile(rf"(?<!\d){words}" if self._spaced else words)

    @cached_property
    def _without(self) -> re.Pattern[str] | None:
        return re.compile(source(self._without_entries, spaced=self._spaced)) if self._without_entries else None


@lru_cache(maxsize=512)
def lexicon(entries: tuple[str, ...], without: tuple[str, ...] = (), *, spaced: bool = True) -> Lexicon:
    """The lexicon of words in the notation of ``source``, less those of ``without``."""
    return Lexicon(entries, without, spaced=spaced)
