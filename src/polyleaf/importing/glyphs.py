"""Letters that other programs make by formatting or by fonts of signs, as the characters they are."""

from __future__ import annotations

import re

_RAISED = dict(zip("0123456789+-−–=()no", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿº", strict=True))
_LOWERED = dict(zip("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎", strict=True))
_WINGDINGS = {
    0x28: "☎", 0x29: "☎", 0x2A: "✉", 0x46: "→", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐",
    0x72: "☐", 0x75: "◆", 0x76: "◆", 0x77: "◆", 0x9E: "•", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xB7: "•",
    0xD8: "➤", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
"""Signs of the font Wingdings, by their numbers (Microsoft's own table; Unicode L2/11-052)."""

_SYMBOL = dict(
    zip(
        (*range(0x20, 0x7F), *range(0xA0, 0xF0), *range(0xF1, 0xFF)),
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
        "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        strict=True,
    )
)
"""Characters of the font Symbol, by their numbers (Adobe's encoding; Unicode's table SYMBOL.TXT)."""

_WINGDINGS |= dict(zip(range(0x80, 0x96), "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", strict=True))
_FONTS: dict[str, dict[int, str]] = {
    "symbol": _SYMBOL,
    "webdings": {0x61: "✓", 0x63: "☐", 0x72: "✗"},
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
}
_SIGNS = re.compile(r"symbol|wingdings(?: [23])?|webdings|(?:itc )?zapf ?dingbats|marlett", re.IGNORECASE)
_PRIVATE = 0xF000
UNKNOWN = "•"
"""Stands for a sign that nobody knows."""


def is_of_signs(font: str) -> bool:
    """Whether the letters of a font are signs: an "m" of Symbol is a μ."""
    return bool(_SIGNS.fullmatch(font.strip()))


def as_signs(font: str, text: str) -> str:
    """What is seen of text in a font of signs; spaces are spaces."""
    return "".join(char if char.isspace() else symbol(font, f"{ord(char):x}") for char in text)


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
    is_private = _PRIVATE <= number <= _PRIVATE + 0xFF
    number -= _PRIVATE if is_private else 0
    if number > 0xFF or not (is_private or is_of_signs(font)):  # noqa: PLR2004 - such fonts have no more
        return chr(number)
    return _FONTS.get(font.strip().lower(), _WINGDINGS).get(number, UNKNOWN)


def private_as_signs(text: str) -> str:
    """Text with the private characters that fonts of signs leave in it as the signs they show."""
    return "".join(symbol("", f"{ord(char):x}") if "\uf000" <= char <= "\uf0ff" else char for char in text)
