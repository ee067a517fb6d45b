"""Many phrases, each with what it means, found in one walk: no pattern with a thousand alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

from polyleaf.reading.words.pattern import STACKING, fold, letter, letters

T = TypeVar("T")

Words = tuple[tuple[int, int, str], ...]

_MOST_WORDS = 20_000
"""Words that are remembered for each book: those of a long leaflet."""

_POINT_INSIDE = re.compile(r"\.\S")
_GAP = re.compile(r"[\s\-‐‑]{1,3}")


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A phrase in a text.

    Attributes:
        start, end: Where it stands.
        meant: What it means.
        glued: Whether it began with a word that is written together with it (Arabic و).
    """

    start: int
    end: int
    meant: T
    glued: bool = False


class Phrasebook(Generic[T]):
    """Phrases and their meanings; the longest phrase at a place counts.

    Args:
        meanings: Phrase -> what it means, in the notation of ``pattern.source``.
        spaced: Whether the script has spaces: then whole words are compared.
        glued: Words that may be written together with the phrase behind them.
        fronted: What else may be; it joins nothing.
        endings: What may be written together with the phrase before it; the phrase ends before it.
    """

    def __init__(
        self,
        meanings: Mapping[str, T],
        *,
        spaced: bool = True,
        glued: tuple[str, ...] = (),
        fronted: tuple[str, ...] = (),
        endings: tuple[str, ...] = (),
    ) -> None:
        self._spaced = spaced
        self._joining = tuple(map(fold, glued))
        self._glued = tuple(sorted(map(fold, (*glued, *fronted)), key=len, reverse=True))
        self._endings = tuple(sorted(map(fold, endings), key=len, reverse=True))
        self._comma = False
        self._whole: dict[str, T] = {}
        self._begins: dict[str, T] = {}
        self._ends: dict[str, T] = {}
        self._stems: dict[str, list[tuple[str, T]]] = {}
        for phrase, meant in meanings.items():
            text = fold(phrase.strip("*"))
            self._comma |= "," in text
            if not text.isalpha():
                if spaced and any(map(str.isdecimal, text)):
                    continue  # a number is none of its words: "tous les 2 jours"
                text = _spread(text)
            if not spaced:
                self._whole.setdefault(text.replace(" ", ""), meant)
            elif phrase.endswith("*") and " " in text:
                head, _, stem = text.rpartition(" ")
                self._stems.setdefault(head, []).append((stem, meant))
            elif phrase.endswith("*"):
                self._begins.setdefault(text, meant)
            elif phrase.startswith("*"):
                self._ends.setdefault(text, meant)
            else:
                self._whole.setdefault(text, meant)
        self._firsts: dict[str, int] = {}
        for text in self._whole:
            first = text.partition(" ")[0] if spaced else text[:1]
            length = text.count(" ") + 1 if spaced else len(text)
            self._firsts[first] = max(length, self._firsts.get(first, 0))
        for head, stems in self._stems.items():
            stems.sort(key=lambda one: -len(one[0]))
            first = head.partition(" ")[0]
            self._firsts[first] = max(head.count(" ") + 2, self._firsts.get(first, 0))
        self._asked: dict[str, bool] = {}
        self._never: set[str] = set()
        self._begin_lengths = sorted({len(text) for text in self._begins}, reverse=True)
        self._end_lengths = sorted({len(text) for text in self._ends}, reverse=True)
        # Most words are none of the book, and their first and last letters tell.
        self._heads = frozenset(text[: self._begin_lengths[-1]] for text in self._begins)
        self._tails = frozenset(text[-self._end_lengths[-1] :] for text in self._ends)

    def may_hold(self, word: str) -> bool:
        """Whether a phrase may begin with a word; with a letter, in a script without spaces."""
        return self._may_begin(word) if self._spaced else word in self._firsts

    def found(self, text: str) -> Iterator[Said[T]]:
        """The phrases in folded text, without overlaps."""
        return self._words(text) if self._spaced else self._letters(text)

    def _letters(self, text: str) -> Iterator[Said[T]]:
        at = 0
        while at < len(text):
            if at and text[at - 1] in STACKING:
                at += 1
                continue
            for length in range(min(self._firsts.get(text[at], 0), len(text) - at), 0, -1):
                if text[at : at + length] in self._whole:
                    yield Said(at, at + length, self._whole[text[at : at + length]])
                    at += length - 1
                    break
            at += 1

    def _words(self, text: str) -> Iterator[Said[T]]:
        words, vocabulary = _split(text)
        firsts = set(filter(self._may_begin, vocabulary - self._never))
        at = 0
        while firsts and at < len(words):
            start, _, word = words[at]
            if word not in firsts:
                at += 1
                continue
            found = self._at(text, words, at, word)
            glued = False
            if found is None:
                prefix = self._prefix(word)
                if prefix:
                    found, glued = self._at(text, words, at, word[len(prefix) :]), prefix in self._joining
                    if found is None and glued and (more := self._prefix(word[len(prefix) :])):
                        found = self._at(text, words, at, word[len(prefix) + len(more) :])  # "and the forty"
            if found is None and "'" in word:
                found = self._at(text, words, at, word.rpartition("'")[2])  # French "de l'après-midi"
            if found is None:
                bare = self._bare(word)
                if bare:
                    yield Said(start, start + len(bare), self._whole[bare])
                at += 1
                continue
            count, meant = found
            yield Said(start, words[at + count - 1][1], meant, glued)
            at += count

    def _prefix(self, word: str) -> str:
        """What is written together with a phrase, before it; "" if nothing is."""
        return next((one for one in self._glued if word.startswith(one) and len(word) > len(one) + 1), "")

    def _may_begin(self, word: str) -> bool:
        """Whether a phrase may begin with a word; most words of a text are asked about again and again."""
        known = self._asked.get(word)
        if known is None:
            known = (
                word in self._firsts
                or (bool(self._heads) and self._begins_so(word))
                or (bool(self._tails) and self._ends_so(word))
                or word.startswith(self._glued)
                or word.endswith(self._endings)
                or ("'" in word and word.rpartition("'")[2] in self._firsts)
            )
            if len(self._asked) < _MOST_WORDS:
                self._asked[word] = known
                if not known:
                    self._never.add(word)
        return known

    def _begins_so(self, word: str) -> bool:
        lengths = self._begin_lengths
        near = word[: lengths[-1]] in self._heads
        return near and any(word[:length] in self._begins for length in lengths)

    def _ends_so(self, word: str) -> bool:
        lengths = self._end_lengths
        near = word[-lengths[-1] :] in self._tails
        return near and any(word[-length:] in self._ends for length in lengths)

    def _bare(self, word: str) -> str:
        """A phrase of one word without its ending, or what stands behind an elided article (l'un); else ""."""
        for ending in self._endings:
            if word.endswith(ending) and word[: -len(ending)] in self._whole:
                return word[: -len(ending)]
        return ""

    def _at(self, text: str, words: Words, at: int, first: str) -> tuple[int, T] | None:
        """The longest phrase from a word on: how many words, and what it means."""
        phrases = [first]
        for place in range(at + 1, min(at + self._firsts.get(first, 0), len(words))):
            gap = text[words[place - 1][1] : words[place][0]]
            if not (_GAP.fullmatch(gap) or (self._comma and gap == ", ")):
                break
            phrases.append(f"{phrases[-1]} {words[place][2]}")
        for count in range(len(phrases), 0, -1):
            if phrases[count - 1] in self._whole:
                return count, self._whole[phrases[count - 1]]
            stem = self._stem(phrases[count - 2], words[at + count - 1][2]) if count > 1 else None
            if stem is not None:
                return count, stem[1]
        for length in self._begin_lengths:
            if len(first) >= length and first[:length] in self._begins:
                return 1, self._begins[first[:length]]
        for length in self._end_lengths:
            if len(first) >= length and first[-length:] in self._ends:
                return 1, self._ends[first[-length:]]
        return None

    def _stem(self, head: str, last: str) -> tuple[str, T] | None:
        """The phrase of several words whose last one only begins so: Bulgarian "по-млад*"."""
        return next((one for one in self._stems.get(head, ()) if last.startswith(one[0])), None)


def _spread(phrase: str) -> str:
    return " ".join(_word().findall(phrase))


def vocabulary(text: str, *, spaced: bool) -> frozenset[str]:
    """The words of folded text, each once; its letters in a script without spaces."""
    return _split(text)[1] if spaced else frozenset(text)


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[Words, frozenset[str]]:
    """The words of a text and where they stand, and each once; every book of a language asks for one sentence."""
    pattern = _word() if _POINT_INSIDE.search(text) else _plain_word()
    words = tuple([(*match.span(), match[0]) for match in pattern.finditer(text)])
    return words, frozenset([word for _, _, word in words])


@cache
def _word() -> re.Pattern[str]:
    one = letter()
    # "p.m." is one word; "tano.Kwa" is two, with a space forgotten.
    return re.compile(rf"{one}{{1,2}}(?:\.{one}{{1,2}})+(?!{one})|{_plain_word().pattern}")


@cache
def _plain_word() -> re.Pattern[str]:
    return re.compile(f"{letters()}(?:'{letters()})*")
