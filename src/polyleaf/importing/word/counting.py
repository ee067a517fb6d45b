"""How Word writes the numbers of lists."""

from __future__ import annotations

WITH_WORDS = ("ordinal", "cardinalText", "ordinalText")
"""Numbers that Word writes in words of the language of the text."""

FIGURES = frozenset(
    ["bullet", "none", "decimal", "decimalZero", "decimalFullWidth", "decimalFullWidth2", "decimalHalfWidth",
     "decimalEnclosedCircle", "decimalEnclosedCircleChinese", "decimalEnclosedFullstop", "decimalEnclosedParen",
     "numberInDash", "hindiNumbers", "thaiNumbers"]
)  # fmt: skip
"""Ways of counting in figures; all others have letters."""

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_MOST = 3_000
"""No list has more items; a file that says so is not to cost memory."""


def numeral(number: int, kind: str) -> str:  # noqa: PLR0911 - one case a way of counting
    """A number as Word writes it, in figures or letters.

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
            return numeral(number, "upperLetter").lower()
        case "upperRoman":
            return _roman(number)
        case "lowerRoman":
            return _roman(number).lower()
        case _:
            return str(number)


def _roman(number: int) -> str:
    found = ""
    for worth, letters in _ROMAN:
        found += letters * (number // worth)
        number %= worth
    return found
