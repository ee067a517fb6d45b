"""Whether a word stands in a text in any of its forms: endings by language, letters that change, shared beginnings.

A stemmer for every language would be a library; a check that must never cry wolf over a case ending needs less: strip
the endings of both words in every way, and see whether two ways meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import UNSPACED, fold, letter

# Endings of nouns and adjectives, and of verbs where terms are verbs; "" is always one. Written as they are spelled.
_ENDINGS: Mapping[str, str] = {
    "en": "s es ed ing 's s'",
    "pl": "a ą ę e y i o u ów om ami ach owi em ie iem ia ią ię io iu iom iami iach owie mi ej ego emu ym ymi ych "
    "im imi ich na nia nie niu niem ń",
    "ro": "a ă e i o u ul ului le l lui ei ii iei elor ilor or lor uri urile urilor a-l ea eaua tă ată ate ați ie "
    "ia iile",
    "uk": "а у і и ю ї я е є о ою ею єю ом ем єм ові еві єві ам ям ами ями ах ях ів їв ей ий ього ого ому ьому им "
    "їм их їх ими ої ій ію ія ії ь",
    "ru": "а у и ы ю я е о ою ей ом ем ам ям ами ями ах ях ов ев ий ый ого ему ому им ым их ых ой ая ую ь",
    "bg": "а я ът ят та то те и е о ове ите ия",
    "ar": "ة ه ها هما هم ات ین ون ان ا ک کم ی یا نا تین تان وا ته تها تک",
    "fa": "ها های هایی ی ان م ت ش تان شان مان ات ه ای یی یش هایش هایشان هایتان را",
    "ur": "ہ ے ی وں یں یاں ا ائیں ئیں ؤں اوں و ئی یوں ات",
    "bn": "টি টা টির টিকে টিতে র ের কে তে এ য় য়ে গুলো গুলি গুলোর রা দের ও ই ে েও",
    "pa": "ਾ ੇ ੀ ਾਂ ਿਆਂ ੀਆਂ ਆਂ ਂ ਨੂੰ ੋਂ ਾਂਨੂੰ",
    "gu": "ો ા ી ું ે ાં ઓ ાઓ ીઓ ના ની નો નું નાં ને માં થી નાથી માંથી એ ઓને ઓના ઓની નામાં",
    "hi": "ा े ी ों ें ियों ियां ियाँ ओं ए एं",
    "ta": "ம் ை ய் க் ச் ன் ின் ில் ால் ுக்கு க்கு த்தை த்தில் ங்கள் கள் களை களை களில் களால் களும் உம் ும் ான ாக ு "
    "த்தின் க்குள் ுக்குள்ளோ யை யின் யால் யும் யில் யாக யைப் யைத் யைச் ைப் ைத் ைச் ைக் களுக்கு த்திற்கு டை டின் "
    "டால் டில் டும் வை வின் வில் வால் வும் த்தைச் டைச் ல்",
    "so": "a ka ga ha ta da kii tii ku tu du gu hu kayga kaaga taada daada aada kiisa teeda ta'a yo o oyin ooyin "
    "yaal ood ad aha aga ada du'u tii dii diisa ii u shii sha shaada keeda kooda dooda adii in iyo na ne no",
    "fr": "s x e es aux ale ales al",
    "de": "e en er es n s em ern ens",
    "es": "s es a as o os",
    "pt": "s es a as o os ões ão",
    "it": "a e i o",
    "tr": "ı i u ü a e ı yı yi yu yü ya ye da de ta te dan den tan ten ın in un ün nın nin lar ler ları leri na ne "
    "sı si",
}
_PREFIXES: Mapping[str, str] = {
    "ar": "ال و وال ف فال ب بال ل لل ک کال ولل وبال وب ول",
    "he": "ה ו ב ל מ ש כ וה",
}

_CHANGED = {
    "pl": str.maketrans({"ó": "o", "ą": "a", "ę": "e", "ł": "l", "ź": "z", "ż": "z", "ś": "s", "ć": "c", "ń": "n"}),
    "uk": str.maketrans({"і": "о", "ї": "о", "є": "е", "ц": "к", "з": "г", "с": "х"}),
    "ro": str.maketrans({"ă": "a", "â": "a", "î": "i", "ș": "s", "ț": "t"}),
}
"""Letters that change inside a word when it is bent, written as one: Polish "stół, stołu", Ukrainian "ніч, ночі"."""

_GLUED = frozenset(["ta", "te", "kn", "ml", "si", "so", "tr", "hu", "sq", "ka", "hy", "am", "ti", "my"])
"""Languages that put one ending behind the other: a word that begins with the whole term is a form of it."""

_FLEETING = {"uk": "оеє", "ru": "ое", "pl": "e", "cs": "e", "sk": "eo", "hr": "a", "bg": "еъ"}
"""Vowels that stand before the last consonant where a Slavic word has no ending: Ukrainian "кістка, кісток"."""

_SHORTEST = 2
_SHARED = 4
"""Letters that two long words must share at least at their beginning to be forms of one."""
_LIKE = 0.7
"""Part of the longer word that they must share."""
_LOOSELY = 0.5
"""The same where a false alarm would be an error."""


def stands_in(term: str, text: str, language: Language, *, loosely: bool = False) -> bool:
    """Whether the words of ``term`` stand in ``text``, in any form, near each other.

    Args:
        term: One word or several.
        text: A translation.
        language: Its language.
        loosely: Take words for forms of one that only begin alike: where a false alarm would stop a release.
    """
    if language.script in UNSPACED:
        return _solid(term) in _solid(text)
    wanted, found = _words(term), _words(text)
    if not wanted:
        return True
    base = language.locale.split("_")[0]
    places = [[place for place, word in enumerate(found) if _same(one, word, base, loosely)] for one in wanted]
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
def _same(term: str, word: str, base: str, loosely: bool) -> bool:
    if term == word:
        return True
    one, other = _plain(term, base), _plain(word, base)
    if one == other or _stems(one, base) & _stems(other, base):
        return True
    if base in _GLUED and len(stem := _trimmed(one)) > _SHORTEST and other.startswith(stem):
        return True
    part = _LOOSELY if loosely else _LIKE
    bare = max(_bare(other, base), key=lambda form: _shared(one, form))
    shared = _shared(one, bare)
    return shared >= (_SHARED if not loosely else _SHORTEST + 1) and shared >= part * max(
        len(one), min(len(bare), len(one) + 4)
    )


def _shared(one: str, other: str) -> int:
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )


def _trimmed(word: str) -> str:
    """A word without the vowel or vowel sign that gives way to an ending."""
    last = word[-1:]
    return word[:-1] if last in "aeiou" or not last.isalpha() else word


def _plain(word: str, base: str) -> str:
    return word.translate(_CHANGED.get(base, {}))


@lru_cache(maxsize=65536)
def _stems(word: str, base: str) -> frozenset[str]:
    """What is left of a word without one ending, and without one prefix where a language has them."""
    stems = {stem for form in _bare(word, base) for stem in _unended(form, base)}
    if vowels := _FLEETING.get(base):
        stems |= {re.sub(rf"i?[{vowels}](?=[^\W\d_]$)", "", stem) for stem in stems if len(stem) > _SHORTEST + 1}
    return frozenset(stems)


def _bare(word: str, base: str) -> Iterator[str]:
    yield word
    for prefix in _PREFIXES.get(base, "").split():
        rest = word.removeprefix(fold(prefix))
        if rest != word and len(rest) >= _SHORTEST:
            yield rest


def _unended(word: str, base: str) -> Iterator[str]:
    yield word
    for ending in _endings(base):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word[: -len(ending)]


@lru_cache
def _endings(base: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_plain(fold(ending), base) for ending in _ENDINGS.get(base, "").split()))
