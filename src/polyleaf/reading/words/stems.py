"""Whether a word stands in a text in any of its forms: endings, letters that change, shared beginnings.

A stemmer for every language would be a library; a check that must never cry wolf over a case ending needs less: strip
the endings of both words in every way, and see whether two ways meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.locales import words as tables
from polyleaf.locales.shelf import Words
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import fold, letter
from polyleaf.reading.words.tables import once_a_language

_SHORTEST = 2
_SHARED = 4
"""Letters that two long words must share at least at their beginning to be forms of one."""
_LIKE = 0.7
"""Part of the longer word that they must share."""
_LOOSELY = 0.5
"""The same where a false alarm would be an error."""


@dataclass(frozen=True, slots=True, eq=False)
class _Forms:
    """How the words of a language change.

    Attributes:
        endings, prefixes: As they stand in folded text; of the endings the letters that change are read as one.
        changed: Letters that change inside a word, for ``str.translate``.
        glued: Whether a word that begins with the whole term is a form of it.
        fleeting: Finds the vowel before the last letter that goes when an ending comes.
    """

    endings: tuple[str, ...]
    prefixes: tuple[str, ...]
    changed: Mapping[int, str]
    glued: bool
    fleeting: re.Pattern[str] | None


@once_a_language
def _forms(_: Language, words: Words) -> _Forms:
    own = words.section(tables.Forms)
    changed = str.maketrans(dict(own.changed))
    return _Forms(
        tuple(dict.fromkeys(fold(ending).translate(changed) for ending in own.endings)),
        tuple(map(fold, own.prefixes)),
        changed,
        own.glued,
        re.compile(rf"i?[{re.escape(own.fleeting)}](?=[^\W\d_]$)") if own.fleeting else None,
    )


def stands_in(term: str, text: str, language: Language, *, loosely: bool = False) -> bool:
    """Whether the words of ``term`` stand in ``text``, in any form, near each other.

    Args:
        term: One word or several.
        text: A translation.
        language: Its language.
        loosely: Take words for forms of one that only begin alike: where a false alarm would stop a release.
    """
    if not language.spaced:
        return _solid(term) in _solid(text)
    wanted, found = _words(term), _words(text)
    if not wanted:
        return True
    forms = _forms(language)
    places = [[place for place, word in enumerate(found) if _same(one, word, forms, loosely)] for one in wanted]
    reach = len(wanted) + 3
    return all(places) and any(
        all(any(abs(place - first) <= reach for place in others) for others in places) for first in places[0]
    )


def _solid(text: str) -> str:
    return re.sub(r"\s+", "", fold(text))


@lru_cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"{letter()}+(?:'{letter()}+)*|\d+")


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_word().findall(fold(text)))


@lru_cache(maxsize=65536)
def _same(term: str, word: str, forms: _Forms, loosely: bool) -> bool:
    if term == word:
        return True
    one, other = term.translate(forms.changed), word.translate(forms.changed)
    if one == other or _stems(one, forms) & _stems(other, forms):
        return True
    if forms.glued and len(stem := _trimmed(one)) > _SHORTEST and other.startswith(stem):
        return True
    part = _LOOSELY if loosely else _LIKE
    bare = max(_bare(other, forms), key=lambda form: _shared(one, form))
    shared = _shared(one, bare)
    return shared >= (_SHARED if not loosely else _SHORTEST + 1) and shared >= part * max(
        len(one), min(len(bare), len(one) + 4)
    )


def _shared(one: str, other: str) -> int:
    if other.startswith(one[:1]):  # most words differ in their first letter
        return next(
            (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
            min(len(one), len(other)),
        )
    return 0


def _trimmed(word: str) -> str:
    """A word without the vowel or vowel sign that gives way to an ending."""
    last = word[-1:]
    return word[:-1] if last in "aeiou" or not last.isalpha() else word


@lru_cache(maxsize=65536)
def _stems(word: str, forms: _Forms) -> frozenset[str]:
    """What is left of a word without one ending, and without one prefix where a language has them."""
    stems = {stem for form in _bare(word, forms) for stem in _unended(form, forms)}
    if forms.fleeting:
        stems |= {forms.fleeting.sub("", stem) for stem in stems if len(stem) > _SHORTEST + 1}
    return frozenset(stems)


def _bare(word: str, forms: _Forms) -> Iterator[str]:
    yield word
    for prefix in forms.prefixes:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST:
            yield rest


def _unended(word: str, forms: _Forms) -> Iterator[str]:
    yield word
    for ending in forms.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word[: -len(ending)]
