"""Of two things, the one that a text denies: "into your thigh, not into your arm", each in its own clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import attrgetter

from polyleaf.locales.shelf import Words
from polyleaf.locales.words import Numbers
from polyleaf.model.language import Language
from polyleaf.reading.words.kinds import Names
from polyleaf.reading.words.negation import Negation, negation
from polyleaf.reading.words.pattern import alternatives, fold
from polyleaf.reading.words.phrases import Said as SaidWord
from polyleaf.reading.words.sides import before_and_after, both_sides
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.things import things
from polyleaf.reading.words.turned import calendar, opposites

_SIGN = "[,;:.!?،؛۔।。，；、–—]"
_DENYING = frozenset(
    (
        "allowed_forbidden",
        "always_never",
        "take_skip",
        "including_except",
        "only_also",
        "and_or",
        "all_some",
        "both_one",
        "both_either",
        "more_less",
        "most_least",
        "sooner_later",
    )
)
"""Pairs of which a word denies by itself, or sets a limit or joins what is denied."""
_SPLIT = re.compile("[,;،؛，；—–]")
_TWO = 2
_ONE, _OTHER, _LIMIT = frozenset(("one",)), frozenset(("other",)), frozenset(("",))

Said = tuple[tuple[Names, str, bool], ...]
"""The two words of a kind: what each may stand for, the word, and whether its clause denies."""


def denied_turned(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """The thing that a text denies, and the one that its translation denies in its place; None if it is the same.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    if turned := _other_clause(source, here, target, there) or _across_but(source, here, target, there):
        return turned
    wanted = _denied(source, here)
    found = _denied(target, there) if wanted else {}
    for kind in wanted.keys() & found.keys():
        (no, word, _), (yes, _, _) = sorted(wanted[kind], key=lambda one: not one[2])
        (other, again, _), (allowed, _, _) = sorted(found[kind], key=lambda one: not one[2])
        if no & allowed and yes & other and not (no & other or yes & allowed):
            return word, again
    return None


@lru_cache(maxsize=2048)
def _denied(text: str, language: Language) -> Mapping[str, Said]:
    """The kinds of which a text has two words in two clauses, of which one denies."""
    denies = negation(language)
    if denies is None or not _is_denied(text, denies):
        return {}
    folded = fold(text)
    found = {
        kind: [one for one in table.books[kind].found(folded) if one.meant != _LIMIT]
        for table in (opposites(language), things(language), calendar(language))
        for kind in table.likely(folded)
        if kind not in _DENYING
    }
    left, right = both_sides(text, language)
    found["left_right"] = [*_places(folded, left, _ONE), *_places(folded, right, _OTHER)]
    if sides := before_and_after(language):
        found["before_after"] = [
            *_places(folded, sides.one.found(text), _ONE),
            *_places(folded, sides.other.found(text), _OTHER),
        ]
    ends = _ends(language)
    return {kind: said for kind, words in found.items() if (said := _apart(folded, words, ends, denies))}


def _places(folded: str, words: tuple[str, ...], meant: Names) -> Iterator[SaidWord[Names]]:
    """Where the words of one side stand; nowhere if there are several, which nobody could tell apart."""
    if len(words) == 1 and folded.count(words[0]) == 1:
        start = folded.index(words[0])
        yield SaidWord(start, start + len(words[0]), meant)


def _apart(folded: str, words: list[SaidWord[Names]], ends: re.Pattern[str], denies: Negation) -> Said:
    """The two words of a kind, if their clauses are two and one denies."""
    if len(words) != _TWO or words[0].meant & words[1].meant:
        return ()
    clauses = [_clause_at(folded, one.start, ends) for one in words]
    denied = [_is_denied(folded[start:stop], denies) for start, stop in clauses]
    if clauses[0] == clauses[1] or denied[0] == denied[1]:
        return ()
    return tuple((one.meant, folded[one.start : one.end], no) for one, no in zip(words, denied, strict=True))


@once_a_language
def _ends(language: Language, words: Words) -> re.Pattern[str]:
    """Finds what ends a clause: a sign, or "and"."""
    joining = alternatives(words.section(Numbers).and_) if language.spaced else ""
    return re.compile(rf"{_SIGN}|\s(?:{joining})\s" if joining else _SIGN)


def _is_denied(text: str, denies: Negation) -> bool:
    return denies.surely(text) or denies.refrains(text) > 0


def _clause_at(text: str, place: int, ends: re.Pattern[str]) -> tuple[int, int]:
    """Start and end of the clause in which a place lies."""
    found = [match.end() for match in ends.finditer(text)]
    start = max((end for end in found if end <= place), default=0)
    return start, min((end for end in found if end > place), default=len(text))


def _other_clause(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """Two clauses with "but" between them, of which the translation denies the other one; None if it denies the same.

    All languages keep the order of such clauses: "you can drive, but you must not lift anything".
    """
    denies, again = negation(here), negation(there)
    if denies is None or again is None or not (denies.but and again.surely(target)):
        return None
    wanted, found = _SPLIT.split(fold(source)), _SPLIT.split(fold(target))
    if not len(wanted) == len(found) == _TWO or not wanted[1].strip().startswith(denies.but):
        return None
    here_denied = [denies.denials(one) > 0 for one in wanted]
    there_denied = [_is_denied(one, again) for one in found]
    if here_denied[0] == here_denied[1] or here_denied != there_denied[::-1]:
        return None
    if any(denies.excuses(one) for one in wanted):
        return None  # "unless", "avoid" and their like may be said with a denial
    place = here_denied.index(True)
    return wanted[place].strip(), found[1 - place].strip()


def _across_but(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """Two opposite words with a "but" between them that changed places: "all night, but take it off by day"."""
    denies, folded = negation(here), fold(source)
    if denies is None or denies.surely(source):
        return None  # "with water but not with milk" may begin with the milk
    places = [match.start() for word in denies.but for match in re.finditer(rf"\b{re.escape(word)}\b", folded)]
    if len(places) != 1:
        return None
    wanted, found = _pairs(folded, here), _pairs(fold(target), there)
    for kind in wanted.keys() & found.keys():
        (one, other), (first, second) = wanted[kind], found[kind]
        crossed = one.meant & second.meant and other.meant & first.meant and not one.meant & first.meant
        if one.start < places[0] < other.start and crossed:
            again = fold(target)
            return (
                f"{folded[one.start : one.end]} … {folded[other.start : other.end]}",
                f"{again[first.start : first.end]} … {again[second.start : second.end]}",
            )
    return None


def _pairs(folded: str, language: Language) -> Mapping[str, list[SaidWord[Names]]]:
    """The kinds of which a folded text has two words that say two things, in order."""
    found = {
        kind: sorted((one for one in table.books[kind].found(folded) if one.meant != _LIMIT), key=attrgetter("start"))
        for table in (opposites(language), things(language), calendar(language))
        for kind in table.likely(folded)
        if kind not in _DENYING
    }
    return {kind: said for kind, said in found.items() if len(said) == _TWO and not said[0].meant & said[1].meant}
