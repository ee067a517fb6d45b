"""Whether what is counted lies before or after something: "stop 5 days before the test, start the day after"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from polyleaf.locales.shelf import Words
from polyleaf.locales.words import Numbers
from polyleaf.model.language import Language
from polyleaf.reading.agreement import agreement
from polyleaf.reading.amount import Amount
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.plain_text import plain_text
from polyleaf.reading.words.bare_units import CYCLES
from polyleaf.reading.words.pattern import alternatives
from polyleaf.reading.words.sides import before_and_after
from polyleaf.reading.words.tables import once_a_language

_CLAUSE = re.compile(r"[,;:.!?،؛۔।。，；、]")
_REACH = 24
"""Characters from a span of time to the word that says on which side it lies."""

Place = tuple[int, int, bool]
"""Start and end of a word, and whether it is "before"."""


def turned_spans(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """A span of time that lies on the other side in a translation, in both with its word; None if there is none.

    Only a text that has both words is asked: that one of them is missing is seen without its spans.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    wanted = _words(source, here)
    if len({before for _, _, before in wanted}) == 1 or not wanted:
        return None
    found = _words(target, there)
    for one, other in agreement(source, here, target, there).same if found else ():
        sides = _side(one, source, here, wanted), _side(other, target, there, found)
        if sides[0] and sides[1] and sides[0][0] != sides[1][0]:
            return sides[0][1], sides[1][1]
    return None


@once_a_language
def _joined(language: Language, words: Words) -> re.Pattern[str]:
    """Finds an "and" right behind an amount: what follows goes with the next one, Arabic "قبله بيومين وبعده بيوم"."""
    own = words.section(Numbers)
    end = r"\s?" if own.and_glued or not language.spaced else r"\s"
    return re.compile(rf"\s?(?:{alternatives(own.and_) or '(?!)'}){end}")


@lru_cache(maxsize=2048)
def _words(text: str, language: Language) -> tuple[Place, ...]:
    """Where a text says before and after."""
    words = before_and_after(language)
    if words is None or not amounts_in(text, language):
        return ()
    plain = plain_text(text, language)
    return tuple(
        sorted((*_places(plain, words.one.found(plain), True), *_places(plain, words.other.found(plain), False)))
    )


def _places(plain: str, words: tuple[str, ...], before: bool) -> Iterator[Place]:
    end = 0
    for word in words:
        start = plain.find(word, end)
        if start >= 0:
            end = start + len(word)
            yield start, end, before


def _side(amount: Amount, text: str, language: Language, words: tuple[Place, ...]) -> tuple[bool, str] | None:
    """The side on which a span of time lies, by the nearest word in its clause, and both as they stand there."""
    if not amount.units or not amount.units <= CYCLES:
        return None
    plain, first = plain_text(text, language), amount.start
    last = first + len(amount.shown)
    near = sorted(
        (len(gap), before, plain[min(first, start) : max(last, end)])
        for start, end, before in words
        if len(gap := plain[min(last, end) : max(first, start)]) <= _REACH
        and not _CLAUSE.search(gap)
        and not (start >= last and _joined(language).match(f"{gap}{plain[start:end]}"))
    )
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1:]
