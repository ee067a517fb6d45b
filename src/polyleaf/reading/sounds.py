"""How a word sounds, roughly: the classes of its consonants, in whatever script it is written.

Letters of other scripts are read by their names in Unicode ("DEVANAGARI LETTER PA", "HANGUL SYLLABLE PEN"). Vowels are
left out but for one that begins the word: some scripts do not write them, and others write them in another way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN = (
    ("sch", "J"), ("tsch", "J"), ("ph", "F"), ("th", "T"), ("sh", "J"), ("ch", "K"), ("cz", "J"), ("sz", "J"),
    ("ck", "K"), ("qu", "K"), ("x", "KS"), ("b", "P"), ("p", "P"), ("f", "F"), ("v", "F"), ("w", "W"), ("d", "T"),
    ("t", "T"), ("g", "K"), ("k", "K"), ("q", "K"), ("z", "S"), ("s", "S"), ("j", "J"), ("m", "M"), ("n", "N"),
    ("l", "L"), ("r", "R"),
)  # fmt: skip
"""Letters and their classes; the longest first. "c" is one of two."""
_SOFT = "eiy"
"""Letters before which "c" is an s."""
_VOWELS = frozenset("aeiouy")
_NAMED = {
    "KH": "K", "GH": "K", "PH": "F", "TH": "T", "DH": "T", "BH": "P", "CH": "J", "SH": "J", "ZH": "J", "TS": "S",
    "TZ": "S", "SZ": "S", "TCH": "J", "SHCH": "J", "KS": "KS", "PS": "PS", "NG": "N", "NY": "N", "KX": "K",
    "B": "P", "P": "P", "F": "F", "V": "F", "W": "W", "T": "T", "D": "T", "K": "K", "G": "K", "Q": "K", "C": "J",
    "J": "J", "S": "S", "Z": "S", "X": "K", "M": "M", "N": "N", "L": "L", "R": "R", "H": "", "Y": "",
}  # fmt: skip
"""Consonants with which the name of a letter begins, and their classes."""
_BY_NAME = {
    "HU": "F", "SIGN": "", "ANUSVARA": "N", "CANDRABINDU": "N", "BINDI": "N", "TIPPI": "N",
    "XI": "KS", "PSI": "PS", "QA": "",
    "WAW": "W", "VAV": "W", "YIWN": "", "VO": "", "AIN": "V", "ALEF": "V", "AYIN": "V", "AYN": "V",
}  # fmt: skip
"""Letters whose names begin otherwise than they sound."""
_OF_CYRILLIC = {"EF": "F", "EL": "L", "EM": "M", "EN": "N", "ER": "R", "ES": "S"}
_OF_THAI = {"SARA": "", "MAI": "", "PHO": "P"}
_MARKS = re.compile(
    r"VOWEL SIGN|VIRAMA|ASAT|COENG|AL-LAKUNA|TONE|THANTHAKHAT|TONOS \w|SIGN (?!.*MEDIAL|ANUSVARA|CANDRABINDU)"
)
_WHAT = re.compile(r"\b(?:LETTER|SYLLABLE|CHARACTER|MEDIAL|GURMUKHI|SIGN)\s(?P<name>.*)")
_ASIDE = re.compile(
    r"\b(?:SMALL|FINAL|INITIAL|GLOTTAL|PHARYNGEAL|FARSI|ALPAPRAANA|MAHAAPRAANA|DANTAJA|MUURDHAJA|TAALUJA)\s"
)
_CONSONANTS = re.compile(r"[^AEIOU]*")
_PARTS = re.compile(r"[^AEIOU]+")


_SPELLED = (
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("y", "i"), ("ae", "e"), ("oe", "e"), ("j", "i"),
    ("w", "v"), ("z", "s"), ("q", "k"),
)  # fmt: skip
"""Letters in the place of which other languages write others."""


@lru_cache(maxsize=8192)
def spelled(word: str) -> str:
    """A word in Latin letters as a language would spell it that writes as it speaks: "amoksisilin" for amoxicillin."""
    plain = re.sub(r"c(?=[eiyæœ])", "s", unaccented(word).replace("ı", "i"))
    for letters, one in (*_SPELLED, ("c", "k")):
        plain = plain.replace(letters, one)
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """The classes of a word's consonants: P F T K S J M N L R W, and V for a vowel that begins it.

    The same is never said twice. "ibuprofen", "ибупрофен" and "इबुप्रोफेन" are VPRFN.
    """
    plain = unaccented(word)
    found = _of_latin(plain) if _is_latin(plain) else _of_names(word)
    return re.sub(r"(.)\1+", r"\1", found[:1] + found[1:].replace("V", ""))


def unaccented(text: str) -> str:
    """A text in small letters, those of Latin without their marks."""
    apart = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(char for char in apart if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", bare)


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(char, "LATIN") for char in text if char.isalpha())


def _of_latin(text: str) -> str:
    letters = "".join(char for char in text if char.isascii() and char.isalpha())
    found = ["V"] if letters[:1] in _VOWELS else []
    at = 0
    while at < len(letters):
        if letters.startswith("c", at) and letters[at + 1 : at + 2] not in ("h", "z", "k"):
            found.append("S" if letters[at + 1 : at + 2] in _SOFT and letters[at + 1 :] else "K")
            at += 1
            continue
        step = next(((len(sign), kind) for sign, kind in _LATIN if letters.startswith(sign, at)), (1, ""))
        found.append(step[1])
        at += step[0]
    return "".join(found)


def _of_names(word: str) -> str:
    found = ""
    for char in unicodedata.normalize("NFC", word.casefold()):
        found += _of_letter(char, first=not found)
    return found.replace("LR", "L") if "HANGUL" in unicodedata.name(word[0], "") else found


def _of_letter(char: str, *, first: bool) -> str:
    whole = unicodedata.name(char, "")
    match = None if _MARKS.search(whole) else _WHAT.search(whole)
    if match is None:
        return ""
    name = _ASIDE.sub("", match["name"].split(" WITH ")[0])
    last = name.split()[0] if "CHARACTER" in whole else name.split()[-1]
    own = _OF_CYRILLIC if "CYRILLIC" in whole else _OF_THAI if "THAI" in whole else {}
    kind = own.get(last, _BY_NAME.get(last))
    if kind is not None:
        return kind if kind != "W" or first else ""
    if "HANGUL" in whole:
        said = "".join(map(_named, _PARTS.findall(last if first else last.replace("W", ""))))
        return "V" + said if first and last[0] in "AEIOUY" else said
    consonants = _CONSONANTS.match(last)[0]  # type: ignore[index]  # nothing matches too
    if not consonants.strip("Y"):
        return "V" if first else ""
    return _named(consonants)


def _named(consonants: str) -> str:
    """Classes of consonants in capitals, the longest first."""
    if not consonants:
        return ""
    for length in (4, 3, 2, 1):
        if consonants[:length] in _NAMED and len(consonants) >= length:
            return _NAMED[consonants[:length]] + _named(consonants[length:])
    return _named(consonants[1:])
