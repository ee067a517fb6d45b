"""How Word writes the numbers of lists."""

from __future__ import annotations

WITH_WORDS = ("ordinal", "cardinalText", "ordinalText")
"""Numbers that are words, which no list of ours can have."""

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_CARDINAL = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_ORDINAL = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
            "Twelfth")  # fmt: skip
_MOST = 3_000
"""No list has more items; a file that says so is not to cost memory."""


def written(number: int, kind: str) -> str:  # noqa: PLR0911 - one case a way of counting
    """A number as Word writes it: Word's own words are English here.

    Args:
        number: The number.
        kind: Word's name of the way, such as ``lowerLetter``; figures for one that is not known.
    """
    if not 1 <= number <= _MOST:
        return str(number)
    match kind:
        case "decimalZero":
            return f"{number:02}"
        case "upperLetter":
            return chr(ord("A") + (number - 1) % 26) * (1 + (number - 1) // 26)
        case "lowerLetter":
            return written(number, "upperLetter").lower()
        case "upperRoman":
            return _roman(number)
        case "lowerRoman":
            return _roman(number).lower()
        case "ordinal":
            ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")  # noqa: PLR2004 - 11th
            return f"{number}{ending}"
        case "cardinalText" if number <= len(_CARDINAL):
            return _CARDINAL[number - 1]
        case "ordinalText" if number <= len(_ORDINAL):
            return _ORDINAL[number - 1]
        case _:
            return str(number)


def _roman(number: int) -> str:
    found = ""
    for worth, letters in _ROMAN:
        found += letters * (number // worth)
        number %= worth
    return found
