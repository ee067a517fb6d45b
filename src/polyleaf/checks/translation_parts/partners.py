"""Which words of two languages go together in the catalogs at hand, and which texts have each other's translation.

No dictionary: a word and the word that stands in the translations wherever it stands itself ("needle", "igła") are
partners. It asks little of a catalog of a hundred texts, and is never sure of one word alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import fold

_STEM = 5
"""Letters of a word that tell it from others; its endings tell cases and persons."""

_SHORTEST = 3
"""Letters of a word that may have a partner."""

_TOGETHER = 2
"""Other texts, at least, in which two partners stand together."""

_BOND = 0.6
"""Least part of the texts with one or the other that have both (Dice), the texts in question left out."""

_RARE = 0.1
"""Part of all texts in which a word may stand to tell one text from another."""

_SIGNS = 3
"""Words, at least, whose partner stands in the other translation. With two, one right pair in 2,500 was told."""

_WORDS = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0fff\u200c])*")


@dataclass(frozen=True)
class Pair:
    """A text and its translation, as sets of stems."""

    words: frozenset[str]
    others: frozenset[str]


def stems(text: str, language: Language) -> frozenset[str]:
    """What stands for the words of a text: their first letters, or pairs of letters where no spaces part words."""
    folded = fold(text)
    if not language.spaced:
        letters = "".join(char for char in folded if char.isalpha())
        return frozenset(one + other for one, other in pairwise(letters))
    return frozenset(word[:_STEM] for word in _WORDS.findall(folded) if len(word) >= _SHORTEST)


def changed_places(pairs: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """Which two translations stand under each other's text, as places in ``pairs``.

    Told only where the words of both texts miss all their partners in their own translation and find three in the
    other's.
    """
    found = _Partners(pairs)
    strays = {number: lost for number in range(len(pairs)) if (lost := found.lost(number))}
    for one, lost in strays.items():
        near = {place for words in lost.values() for word in words for place in found.places[word]}
        for other in sorted(place for place in near if place > one and place in strays):
            signs, back = found.signs(other, lost), found.signs(one, strays[other])
            if signs and back and signs + back >= _SIGNS and not (found.at_home(one) or found.at_home(other)):
                yield one, other


class _Partners:
    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs
        self._home: dict[int, bool] = {}

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """Where the words of the translations stand."""
        found = defaultdict(list)
        for number, pair in enumerate(self._pairs):
            for word in pair.others:
                found[word].append(number)
        return found

    @cached_property
    def _many(self) -> Counter[str]:
        return Counter(word for pair in self._pairs for word in pair.words)

    @cached_property
    def _partners(self) -> Mapping[str, Mapping[str, int]]:
        """Word -> its partners, and in how many texts they stand together."""
        most = len(self._pairs) * _RARE
        rare = {word for word, many in self._many.items() if _TOGETHER < many <= most}
        may_be = {word for word, texts in self.places.items() if _TOGETHER <= len(texts) <= 2 * most / _BOND}
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for pair in self._pairs:
            others = pair.others & may_be
            for word in pair.words & rare:
                counts[word].update(others)
        return {
            word: {other: many for other, many in beside.items() if self._bond(word, other, many, 1, 0)}
            for word, beside in counts.items()
        }

    def _bond(self, word: str, other: str, many: int, less: int, fewer: int) -> bool:
        """Whether two words are partners, some of the texts with each left out."""
        texts = self._many[word] - less + len(self.places[other]) - fewer
        return many >= _TOGETHER and 2 * many >= _BOND * texts

    def lost(self, number: int) -> dict[str, set[str]]:
        """The words of a text whose partners do not stand in its translation."""
        pair = self._pairs[number]
        found = {word: self._partners.get(word, {}).keys() - pair.others for word in pair.words}
        return {word: partners for word, partners in found.items() if partners}

    def signs(self, other: int, lost: Mapping[str, set[str]]) -> int:
        """How many words of a text have their partner in the translation of another that lacks the words."""
        pair = self._pairs[other]
        return sum(
            any(
                self._bond(word, partner, self._partners[word][partner], 1, 1)
                for partner in sorted(partners & pair.others)
            )
            for word, partners in lost.items()
            if word not in pair.words
        )

    def at_home(self, number: int) -> bool:
        """Whether a word of a text has its partner in its own translation, by what the other texts say."""
        if number not in self._home:
            pair = self._pairs[number]
            self._home[number] = any(
                self._bond(word, partner, many - 1, 1, 1)
                for word in pair.words
                for partner, many in self._partners.get(word, {}).items()
                if partner in pair.others
            )
        return self._home[number]
