"""Which letters belong to a language: its script, the letters of that script it does not use, and look-alikes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from polyleaf.locales.letters_and_signs import Letters
from polyleaf.locales.scripts import SCRIPTS
from polyleaf.locales.table import words_of
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import runs

_HAN = "\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"

_RANGES: Mapping[str, str] = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʸ\u02bb\u02bc\u1e00-\u1eff\ua720-\ua7ff\ufb00-\ufb06",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Beng": "\u0980-\u09ff",
    "Deva": "\u0900-\u097f\ua8e0-\ua8ff\u1cd0-\u1cff",
    "Guru": "\u0a00-\u0a7f",
    "Gujr": "\u0a80-\u0aff",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Laoo": "\u0e80-\u0eff",
    "Mymr": "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    "Khmr": "\u1780-\u17ff\u19e0-\u19ff",
    "Ethi": "\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "Armn": "\u0530-\u058f\ufb13-\ufb17",
    "Hans": _HAN,
    "Hant": _HAN,
    "Jpan": f"{_HAN}\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Orya": "\u0b00-\u0b7f",
    "Tibt": "\u0f00-\u0fff",
    "Thaa": "\u0780-\u07bf",
    "Syrc": "\u0700-\u074f\u0860-\u086f",
    "Nkoo": "\u07c0-\u07ff",
    "Olck": "\u1c50-\u1c7f",
    "Cher": "\u13a0-\u13ff\uab70-\uabbf",
    "Cans": "\u1400-\u167f\u18b0-\u18ff",
    "Tfng": "\u2d30-\u2d7f",
    "Vaii": "\ua500-\ua63f",
    "Yiii": "\ua000-\ua4cf",
    "Tavt": "\uaa80-\uaadf",
    "Mtei": "\uabc0-\uabff\uaae0-\uaaff",
    "Copt": "\u2c80-\u2cff\u03e2-\u03ef",
    "Adlm": "\U0001e900-\U0001e95f",
    "Rohg": "\U00010d00-\U00010d3f",
    "Hmnp": "\U0001e100-\U0001e14f",
    "Cakm": "\U00011100-\U0001114f",
    "Osge": "\U000104b0-\U000104ff",
    "Dsrt": "\U00010400-\U0001044f",
    "Shaw": "\U00010450-\U0001047f",
    "Kore": f"{_HAN}\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
}
"""Letters and vowel signs of each script."""

_COMMON = "µμΩαβγδΔ\u0300-\u036f\ufe0f"
"""Letters of science, and accents that go with any letter."""

_TWINS = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅаеорсухіјѕԁһӏ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "οϲ",
        "ABEKMHOPCTYXIJSaeopcyxijsdhl" + "ABEZHIKMNOPTYX" + "oc",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like Latin ones."""

_BACK = {twin: own for own, twin in reversed(_TWINS.items()) if "\u0400" <= own <= "\u052f"}
"""Latin letters that look like Cyrillic ones."""

_PRESENTATION = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc]")
_WORD = re.compile(r"[^\W\d_]+")
WITHOUT_SPACES = frozenset(code for code, script in SCRIPTS.items() if not script.spaced)
"""Scripts in which spaces do not part the words."""
_KANA = re.compile("[\u3041-\u30ff]")
_LEAST_WORDS = 3
"""Words of a text that is in another script, and no name in it."""
_HEAD = 40
"""Letters at the beginning of a text that tell what most texts are."""
_ABBREVIATION = 6
"""Letters of the longest abbreviation, which is the same in every script."""
_LEAST_LETTERS = 6
"""The same in letters, where no spaces part the words."""


@lru_cache
def letters_of(script: str) -> re.Pattern[str]:
    """The letters and vowel signs of a script (ISO 15924), and what goes with any."""
    return re.compile(f"[{_RANGES.get(script, 'A-Za-z')}{_COMMON}]")


@lru_cache
def _latin() -> re.Pattern[str]:
    return re.compile(f"[{_RANGES['Latn']}]")


@lru_cache
def _mixed() -> re.Pattern[str]:
    """Two letters of a word side by side, one of them Latin and one not."""
    latin = f"[{_RANGES['Latn']}]"
    return re.compile(rf"{latin}(?!{latin})(?=[^\W\d_])|[^\W\d_](?<!{latin})(?={latin})")


@lru_cache
def _runs() -> re.Pattern[str]:
    return re.compile(f"[{_RANGES['Latn']}]+|[^{_RANGES['Latn']}]+")


def by_script(word: str) -> list[str]:
    """The parts of a word in Latin letters and in others, in order."""
    return _runs().findall(word)


@lru_cache
def _all_own(script: str) -> re.Pattern[str]:
    return re.compile(f"{letters_of(script).pattern}*")


def all_own(word: str, language: Language) -> bool:
    """Whether all letters of a word belong to the script of a language."""
    return bool(_all_own(language.script).fullmatch(word))


def is_own(char: str, language: Language) -> bool:
    """Whether a letter belongs to the script of a language."""
    return bool(letters_of(language.script).match(char))


def is_latin(char: str) -> bool:
    """Whether a letter is Latin."""
    return bool(_latin().match(char))


@lru_cache(maxsize=2048)
def script_of(char: str) -> str:
    """The script (ISO 15924) that a letter belongs to, or ""; Chinese characters are Hans, whoever writes them."""
    return next((script for script in _RANGES if re.match(f"[{_RANGES[script]}]", char)), "")


def other_script(text: str, source: str, language: Language) -> str:
    """The script of a text that is in another one from end to end, or "".

    Names and abbreviations may be all that a text says, so words count only if the source text has other ones; what
    stays as it is in the source ("MRI", "mg") does not make the rest the language's own.
    """
    first = next(filter(str.isalpha, text), "")
    if not first or (_belongs(first, language) and not is_latin(first)):
        return _japanese(text, language)
    head = runs(text[:_HEAD])[:1]
    own = head and all(_belongs(char, language) for char in head[0] if char.isalpha())
    if own and not head[0].isupper() and head[0].casefold() not in source.casefold():
        return ""  # what most texts are
    known = {word.casefold() for word in runs(source)}
    found, new, kept, letters = "", 0, 0, 0
    for word in runs(text):
        if word.casefold() in known or (word.isascii() and word.isupper() and len(word) <= _ABBREVIATION):
            kept += 1
            continue
        if any(_belongs(char, language) for char in word if char.isalpha()):
            return ""
        scripts = {script_of(char) for char in word if char.isalpha()}
        if len(scripts | {found} - {""}) > 1 or "" in scripts:
            return ""
        found = found or "".join(scripts)
        new, letters = new + 1, letters + len(word)
    enough = letters >= _LEAST_LETTERS if found in WITHOUT_SPACES else new >= _LEAST_WORDS
    return found if enough and new > kept else ""


def _belongs(char: str, language: Language) -> bool:
    """Whether a letter is one of a language; a text in Chinese characters alone is no Korean."""
    return is_own(char, language) and (language.script != "Kore" or script_of(char) != "Hans")


def _japanese(text: str, language: Language) -> str:
    """The script of Japanese in Chinese: characters that both have, and many that only one has."""
    if language.script not in ("Hans", "Hant"):
        return ""
    kana = len(_KANA.findall(text))
    return "Jpan" if kana >= _LEAST_LETTERS and kana * 4 > sum(map(str.isalpha, text)) else ""


def is_foreign(char: str, language: Language) -> bool:
    """Whether a letter of the language's own script is one that the language does not use."""
    letters = words_of(language).section(Letters)
    if letters.foreign:
        return char.casefold() in letters.foreign
    if language.script != "Latn" or letters.own is None or char.isascii():
        return False
    small = char.lower()[0]  # "İ" is two characters in small letters
    own = small.isascii() or small in letters.own
    return is_latin(char) and not own and unicodedata.category(char) in ("Ll", "Lu")


def look_alikes(text: str, language: Language) -> tuple[tuple[str, str, str], ...]:
    """Letters that only look right: (wrong letter, right letter, word), in order, each once.

    Besides a neighbour's letters, those of another alphabet in the middle of a word: a Cyrillic "а" in "cat".
    """
    turned = words_of(language).section(Letters).look_alikes
    if turned.keys().isdisjoint(text) and not _mixed().search(text):
        return ()
    found: list[tuple[str, str, str]] = []
    for word in _WORD.findall(text):
        found += [(char, turned[char], word) for char in word if char in turned]
        found += _of_another_alphabet(word)
    return _each_once(found)


def mixed_letters(text: str) -> tuple[tuple[str, str, str], ...]:
    """The same of any language: letters of another alphabet in the middle of a word."""
    if not _mixed().search(text):
        return ()
    return _each_once([one for word in _WORD.findall(text) for one in _of_another_alphabet(word)])


def _of_another_alphabet(word: str) -> Iterator[tuple[str, str, str]]:
    latin = [char for char in word if is_latin(char)]
    twins = [char for char in word if char in _TWINS]
    others = [char for char in word if not is_latin(char) and char not in _TWINS]
    if latin and twins and not others:
        yield from ((char, _TWINS[char], word) for char in twins)
    elif latin and others and all(char in _BACK for char in latin) and all(map(_is_cyrillic, others)):
        yield from ((char, _BACK[char], word) for char in latin)


def _each_once(found: list[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    return tuple({(wrong, right): (wrong, right, word) for wrong, right, word in reversed(found)}.values())


def _is_cyrillic(char: str) -> bool:
    return script_of(char) == "Cyrl"


def presentation_forms(text: str) -> tuple[str, ...]:
    """Characters that are the shape of a letter, not the letter: they are found by no search and read by no voice."""
    return tuple(dict.fromkeys(_PRESENTATION.findall(text)))
