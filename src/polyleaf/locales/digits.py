"""Digits of every script: writing them, and reading numbers back by their value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from polyleaf.errors import UsageError, nearest
from polyleaf.locales.scripts import ZEROS
from polyleaf.model.language import Language

_FOLDED = {"٫": ".", "٬": ",", "٪": "%", "，": ",", "．": ".", "％": "%", "﹪": "%", "：": ":"}
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75", "⅕": ".2", "⅖": ".4", "⅗": ".6", "⅘": ".8", "⅛": ".125"}
_GROUP_SPACES = "\u00a0\u202f\u2009"
_MOST_GROUPS = 12
"""A number of more groups is none; without a bound a line of "1,11,11,..." is read again from each of its parts."""
_UNFOLDED = re.compile(rf"[^\D0-9]|[{''.join(_FOLDED)}]")
_TOKEN = re.compile(rf"\d+(?:[.,،'’ {_GROUP_SPACES}]\d+)*[{''.join(_FRACTIONS)}]?|[{''.join(_FRACTIONS)}]")


def write_digits(text: str, digits: str) -> str:
    """``text`` with every decimal digit, of whatever script, written in the numbering system ``digits``.

    Raises:
        UsageError: The numbering system is unknown.
    """
    if digits not in ZEROS:
        hint = nearest(digits, ZEROS)
        raise UsageError(f"Unknown numbering system {digits!r}.", f"Did you mean {hint!r}?" if hint else "")
    zero = ZEROS[digits]
    return re.sub(r"\d", lambda match: chr(zero + unicodedata.decimal(match[0])), text)


def fold_digits(text: str) -> str:
    """``text`` with the digits of every script as 0-9, and their separators and percent signs as ``. , %``."""
    return text if text.isascii() else _UNFOLDED.sub(_fold_sign, text)


def _fold_sign(match: re.Match[str]) -> str:
    char = match[0]
    return str(unicodedata.decimal(char)) if char.isdecimal() else _FOLDED[char]


def has_numbers(text: str) -> bool:
    """Whether a number in digits stands in a text."""
    return bool(_TOKEN.search(text))


def number_spans(folded: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Each number of a text that ``fold_digits`` has folded: where it begins and ends, and its value as text.

    Thousands separators are dropped, the decimal sign is ``.``, needless zeros are dropped too; only a run of four
    digits and more keeps its leading zero ("0800" is not eight hundred). A sign is not part of the number: in "2-3" it
    is a dash. Of numbers that are joined ("20.11.2026"), every one has the place of the whole.
    """
    decimal, group = _separators(language.cldr)
    for match in _TOKEN.finditer(folded):
        for number in _split(match[0], decimal, group):
            yield match.start(), match.end(), number


def decimal_sign(language: Language) -> str:
    """What stands before the fraction of a number in Western digits."""
    return _separators(language.cldr)[0]


@lru_cache
def _separators(locale: str) -> tuple[str, str]:
    """Decimal and thousands separator of a locale beside Western digits."""
    symbols = Locale.parse(locale).number_symbols["latn"]
    return symbols["decimal"], symbols["group"]


def _split(token: str, decimal: str, group: str) -> Iterator[str]:
    """The numbers of digits joined by what may be separators: ``1,000.5``, but also ``20.11.2026``."""
    fraction = ""
    if token[-1] in _FRACTIONS:
        token, fraction = token[:-1] or "0", _FRACTIONS[token[-1]]
    parts, signs = re.findall(r"\d+", token), re.findall(r"\D", token)
    at = 0
    while at < len(parts):
        end = _end_of_groups(parts, signs, at, decimal, group)
        whole = "".join(parts[at : end + 1])
        last = end + 1 >= len(parts)
        if last and fraction:
            yield _canonical(whole, fraction[1:])
        elif not last and _is_decimal(parts, signs, end, decimal):
            yield _canonical(whole, parts[end + 1])
            end += 1
        else:
            yield _canonical(whole, "")
        at = end + 1


def _end_of_groups(parts: list[str], signs: list[str], start: int, decimal: str, group: str) -> int:
    """Index of the last part that belongs to the number beginning at ``start``.

    Groups have three digits, or two before the last one (India: 1,00,000), and one sign throughout.
    """
    if len(parts[start]) > 3 or parts[start][0] == "0" or start >= len(signs):  # noqa: PLR2004 - groups of three
        return start
    sign = signs[start]
    if sign == decimal or (sign == " " and not group.isspace()):
        return start
    end = start
    last = min(len(signs), start + _MOST_GROUPS)
    while end < last and signs[end] == sign and len(parts[end + 1]) in (2, 3):
        end += 1
    return end if len(parts[end]) == 3 else start  # noqa: PLR2004 - groups of three


def _is_decimal(parts: list[str], signs: list[str], at: int, decimal: str) -> bool:
    """Whether the sign after part ``at`` is a decimal sign.

    Said twice it is not one (a date, a version). A point is one in any language if it does not group, and so is a
    comma after a lone 0: nobody lists "0,5".
    """
    sign = signs[at]
    if sign not in ".,":
        return False
    if (at + 1 < len(signs) and signs[at + 1] == sign) or (at > 0 and signs[at - 1] == sign):
        return False
    return sign in (decimal, ".") or parts[at] == "0"


def _canonical(whole: str, fraction: str) -> str:
    fraction = fraction.rstrip("0")
    if not fraction and len(whole) > 3:  # noqa: PLR2004 - a phone's "0800", see number_spans
        return whole
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{fraction}" if fraction else whole
