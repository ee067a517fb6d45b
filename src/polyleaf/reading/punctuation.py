"""Punctuation as data: which sign ends what in which language, whatever its shape."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from polyleaf.locales.letters_and_signs import Punctuation
from polyleaf.locales.table import words_of
from polyleaf.model.language import Language

_KINDS: Mapping[str, str] = {
    "full stop": ".。．｡।॥۔።။។։",
    "question mark": "?？؟՞፧",
    "exclamation mark": "!！՜",
    "colon": ":：፡៖",
    "semicolon": ";；؛፤",
    "comma": ",，،、﹐፣",
    "ellipsis": "…",
    "dash": "-–—−",
}
_KIND_OF = {char: kind for kind, chars in _KINDS.items() for char in chars}

_OTHERS = "".join(sign for kind, signs in _KINDS.items() if kind != "dash" for sign in signs if not sign.isascii())
_PARTING = re.compile(rf"[.,;:?!](?!\w)|[{_OTHERS}](?!\d)|(?<=\s)[–—-](?=\s)|——|[(（]")

_LONG_WORD = 60
"""Letters before a point that are looked at."""

_CLOSING = "\"'”’»“‘«」』)）]】*_ \u00a0\u200b\u200c\u200e\u200f\u2069\u202c"


def ends_sentences(language: Language) -> bool:
    """Whether a language ends its sentences with a sign, so that they can be counted."""
    return not words_of(language).section(Punctuation).without_stops


def ending(text: str, language: Language) -> str:
    """What kind of sign ends ``text``: "full stop", "question mark", ..., or ""; closing quotes and brackets aside."""
    bare = text.rstrip(_CLOSING)
    if bare.endswith("..."):
        return "ellipsis"
    last = bare[-1:]
    # The Greek question mark has a code of its own, which looks the same and decomposes to the semicolon.
    if last and unicodedata.normalize("NFC", last) in words_of(language).section(Punctuation).question_mark:
        return "question mark"
    return _KIND_OF.get(last, "")


def clauses(text: str) -> int:
    """How many signs of a text part one clause from the next, or end the last: commas, stops, brackets, dashes."""
    return len(_PARTING.findall(text))


def same_ending(wanted: str, text: str, language: Language) -> bool:
    """Whether ``text`` ends as its source does (``wanted`` as ``ending`` gives it), by the habits of its language."""
    found = ending(text, language)
    if found == wanted:
        return True
    if not wanted and found == "full stop" and text.rstrip().endswith((")", "）")):
        return True  # of an abbreviation within brackets: Lithuanian "(9 psl.)"
    own = words_of(language).section(Punctuation)
    if own.without_stops:
        return {found, wanted} <= {"", "full stop", "question mark"}
    return own.marks_inside and wanted in ("question mark", "exclamation mark") and found in ("", "full stop")


def foreign_signs(text: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Signs of another language behind letters of this one: (sign, the language's own), each pair once."""
    table = words_of(language).section(Punctuation).wrong
    found = []
    for place, sign in enumerate(text):
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if sign not in table or not before or before.isascii() or not (before.isalpha() or _belongs(before)):
            continue
        if sign == "." and language.spaced and _is_abbreviation(text[max(0, place - _LONG_WORD) : place]):
            continue
        # "8 a.m." and "www.example.org" keep their points.
        if not (after.isascii() and after.isalnum()):
            found.append((sign, table[sign]))
    return tuple(dict.fromkeys(found))


def _is_abbreviation(text: str) -> bool:
    """Whether a text ends with a few letters or with letters behind a point: "ডা", "ਪੂ.ਦੁ"."""
    word = re.split(r"[\s(]", text)[-1]
    return "." in word or len(word) <= 3  # noqa: PLR2004 - "ডা", "Dr"


def _belongs(char: str) -> bool:
    """Whether a character is a vowel sign, a closing bracket or a closing quotation mark."""
    return unicodedata.category(char)[0] == "M" or char in ")）»”」"


def opening_bracket(text: str) -> bool:
    """Whether ``text`` begins with a bracket."""
    return text.lstrip("*_ ")[:1] in tuple("([（【")
