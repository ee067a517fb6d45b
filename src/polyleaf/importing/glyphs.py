"""Letters that other programs make by formatting or by fonts of signs, as the characters they are."""

from __future__ import annotations

_RAISED = dict(zip("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_SYMBOLS = {
    0x28: "☎", 0x29: "☎", 0x2A: "✉", 0x46: "→", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x77: "◆",
    0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xB7: "•", 0xD8: "➤", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
"""Signs of the font Wingdings, by their numbers (Microsoft's own table; Unicode L2/11-052)."""

_GREEK = {0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xB4: "×",
          0xB7: "•", 0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xB9: "≠", 0xBB: "≈"}  # fmt: skip
"""Signs of the font Symbol."""


def raised(text: str) -> str:
    """Raised figures as characters; words (1st, ™) stay as they are."""
    return _as_characters(text, _RAISED)


def lowered(text: str) -> str:
    """Lowered figures as characters."""
    return _as_characters(text, _LOWERED)


def _as_characters(text: str, table: dict[str, str]) -> str:
    return "".join(table[char] for char in text) if text and all(char in table for char in text) else text


def symbol(font: str, code: str) -> str:
    """The character of a sign from a font of signs; a bullet for one that nobody knows.

    Args:
        font: Name of the font.
        code: Its number in hexadecimal, perhaps in the private area of Unicode.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    private = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number  # noqa: PLR2004 - where Word puts such fonts
    table = _GREEK if font.lower().startswith("symbol") else _SYMBOLS
    if private in table:
        return table[private]
    return "•" if private != number or "dings" in font.lower() else chr(number)


def private_as_signs(text: str) -> str:
    """Text with the private characters that fonts of signs leave in it as the signs they show."""
    return "".join(symbol("", f"{ord(char):x}") if "\uf000" <= char <= "\uf0ff" else char for char in text)
