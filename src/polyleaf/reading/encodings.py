"""Texts in another encoding than Unicode: they look like letters, and print as other letters or as boxes.

Each is told by what its own way of writing leaves behind and the right one never has: a vowel before its consonant, a
sign at the place of another. ``encoding_of`` is exact rather than eager: a text of a few letters has no traits, and a
catalog in an old encoding has longer ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from polyleaf.locales.letters_and_signs import Letters
from polyleaf.locales.shared import shared
from polyleaf.locales.table import words_of
from polyleaf.model.language import Language
from polyleaf.reading.letters import is_latin, is_own

LONGEST = 4000
"""Characters that are looked at."""

_LEAST = 12
"""Letters below which a text shows no habits."""

# Zawgyi (Burmese): vowel E and medial RA stand before their consonant, and U+1039 does not stack two consonants, which
# only those of one row of the alphabet do, but silences one. The letters above U+105F are those of other languages.
_ZAWGYI = re.compile(
    "\u1039(?![\u1000-\u1021])|[^\u1000-\u1021\u103a]\u1039|\u1004\u1039|\u1000\u1039(?![\u1000\u1001])"
    "|\u1005\u1039(?![\u1005-\u1008])|[\u1010\u1014]\u1039(?![\u1010-\u1014\u101e])|[\u1015\u1019]\u1039(?![\u1015-\u1019])"
    "|[\u1060-\u1097\u1033\u1034\u105a]"
    "|(?:^|[^\u1000-\u102a\u103b-\u1040\u104e\u200b-\u200d\u2060])\u1031"
    "|(?:^|[\\s\u104a\u104b])[\u103b\u103c](?=[\u1000-\u1021])"
)
_BURMESE = re.compile("[\u1000-\u1021]\u103a[\u1037\u1038]|\u103a(?=[\\s\u104a\u104b]|$)")

_VIETNAMESE = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
# VNI writes a vowel and its marks as two letters ("Vieät"), TCVN3 puts signs at the place of letters ("ViÖt Nam").
_VNI = re.compile("[AEOUYaeouyÔôÖö][ÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜËùøûõïâáàåãäêéèúüë]|[Ññ](?=[aeiouôöâêAEIOUÔÖÂÊ])")
_TCVN3 = re.compile(
    "(?<=[A-Za-z])[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ®]|®(?=[A-Za-zµ-þ])"
)
_TCVN3_SIGNS = re.compile("[µ¸¶·¹¨»¾¼½©ª«¬®Æ×÷]")
_VIETNAMESE_TRAITS = 3

_SIGN_IN_WORD = re.compile(r"[A-Za-z][;\[\]{}~`^|\\/+<>=@#$&*_†‡‰©¨ª«¬®¯°±²³´µ·¸¹º»¼½¾¿ˆ˜…„,][A-Za-z]|[a-z][A-Z]")
_SIGN_BEFORE = re.compile(r"(?:^|\s)[;\[{}~`^|\\/+<>=@#$&*_?†‡‰©¨ª«¬®¯°±²³´µ·¸¹º»¼½¾¿ˆ˜][A-Za-z]|[A-Za-z];(?=\s|$)")
_VOWELS = "aeiouAEIOU"
_FEW_VOWELS, _ODD_WORDS, _LATIN_SHARE, _BYTES_SHARE, _FROM_SOURCE = 0.22, 0.3, 0.85, 0.5, 0.4
_MOST, _ALL, _SOME = 0.6, 0.9, 3
_SIGNS = "\u00a0\u00a1\u00bf\u00ab\u00bb\u00b0\u200b\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2022\u2026\u202f"
"""Signs that a broken text has instead of letters: "itâ€™s"."""


def encoding_of(text: str, source: str, language: Language) -> str:
    """The encoding that a text is in if it is not Unicode, in words ("Zawgyi"); "" if nothing tells of one.

    Args:
        text: What a translator wrote.
        source: The text that it translates: what is the same there is no garbage.
        language: The language it should be in.
    """
    return _encoding_of(text[:LONGEST], source[:LONGEST], language)


@lru_cache(maxsize=4096)
def _encoding_of(text: str, source: str, language: Language) -> str:
    if text.strip() == source.strip() or (text.isascii() and language.script == "Latn"):
        return ""
    strange = len(text) - len(text.encode("ascii", "ignore"))
    for page in ("cp1252", "cp1251", "cp1250") if strange else ():
        if _is_broken(text, strange, language, page):
            return f"UTF-8 that was opened as Windows-{page[2:]}"
    for name in words_of(language).section(Letters).encodings:
        if _OWN[name](text):
            return name
    if language.script == "Latn" or any(is_own(char, language) and not is_latin(char) for char in text):
        return ""
    return _by_script(text, source, language)


def _by_script(text: str, source: str, language: Language) -> str:
    """What Western letters are that stand for those of another script."""
    if _is_bytes(text):
        page = shared().old_code_pages.get(language.script, "")
        return f"an old encoding{f' (such as {page})' if page else ''} that was opened as Western letters"
    if _is_old_font(text, source):
        font = shared().old_fonts.get(language.script, "")
        return f"the keys of an old font{f' (such as {font})' if font else ''}"
    return ""


def _is_zawgyi(text: str) -> bool:
    return len(_ZAWGYI.findall(text)) > len(_BURMESE.findall(text))


def _is_vni(text: str) -> bool:
    return not _VIETNAMESE.search(text) and len(_VNI.findall(text)) >= _VIETNAMESE_TRAITS


def _is_tcvn3(text: str) -> bool:
    if _VIETNAMESE.search(text) or not _TCVN3_SIGNS.search(text):
        return False
    return len(_TCVN3.findall(text)) >= _VIETNAMESE_TRAITS


_OWN: Mapping[str, Callable[[str], bool]] = {"Zawgyi": _is_zawgyi, "VNI": _is_vni, "TCVN3": _is_tcvn3}
"""Encodings of one language, by the name that its file has for them (``[letters]``, ``encodings``)."""


def _is_broken(text: str, strange: int, language: Language, page: str) -> bool:
    """Whether the bytes of UTF-8 were taken for those of a code page: "fÃ¼r". What they mean must be own letters.

    Args:
        text: The text.
        strange: How many of its characters are not ASCII.
        language: Its language.
        page: The code page.
    """
    found: list[str] = []
    for match in _pairs(page).finditer(text):
        try:
            meant = bytes(_byte(char, page) for char in match[0]).decode()
        except ValueError:
            continue
        if is_own(meant, language) or meant in _SIGNS:
            found.append(match[0])
    # The capitals Р and С begin words in Cyrillic letters too: there, all of a text must be broken.
    own = bool(found) and is_own(found[0][0], language) and not is_latin(found[0][0])
    least, share = (_SOME, _ALL) if own else (1, _MOST)
    return len(found) >= least and sum(map(len, found)) >= strange * share


@lru_cache
def _pairs(page: str) -> re.Pattern[str]:
    """What the bytes of one character of UTF-8 look like in a code page."""
    chars = {byte: bytes([byte]).decode(page, errors="ignore") or chr(byte) for byte in range(0x80, 0x100)}

    def some(first: int, last: int) -> str:
        return f"[{''.join(re.escape(chars[byte]) for byte in range(first, last + 1))}]"

    rest = some(0x80, 0xBF)
    return re.compile(f"{some(0xC2, 0xDF)}{rest}|{some(0xE0, 0xEF)}{rest}{rest}|{some(0xF0, 0xF4)}{rest}{rest}{rest}")


def _byte(char: str, page: str) -> int:
    try:
        return char.encode(page)[0]
    except UnicodeEncodeError:
        return ord(char) if ord(char) < 0x100 else -1  # noqa: PLR2004 - bytes(-1) is refused as it should be


def _is_bytes(text: str) -> bool:
    """Whether most of a text are the upper half of a code page, as Western letters: "Ïðèâåò"."""
    seen = [char for char in text if not char.isspace() and char != "\ufffc"]
    upper = sum("\x80" <= char <= "\xff" or char in "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ" for char in seen)
    return len(seen) >= _LEAST and upper >= len(seen) * _BYTES_SHARE


def _is_old_font(text: str, source: str) -> bool:
    """Whether Latin letters and signs stand as no language writes them: "ejht dks 6 ?kaVs rd"."""
    letters = [char for char in text if char.isalpha()]
    latin = [char for char in letters if char.isascii()]
    if len(letters) < _LEAST or len(latin) < len(letters) * _LATIN_SHARE:
        return False
    words, known = text.split(), {word.strip(".,;:()").casefold() for word in source.split()}
    own = [word for word in words if any(map(str.isalpha, word)) and word.strip(".,;:()").casefold() not in known]
    if len(own) < len(words) * _FROM_SOURCE:
        return False
    odd = sum(bool(_SIGN_IN_WORD.search(word) or _SIGN_BEFORE.search(word)) for word in own)
    vowels = sum(char in _VOWELS for char in latin)
    return odd >= len(own) * _ODD_WORDS or vowels < len(latin) * _FEW_VOWELS
