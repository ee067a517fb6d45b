"""What is seen of a piece of a run: letters, signs of fonts of signs, raised figures, breaks."""

from __future__ import annotations

import re

from polyleaf.importing.glyphs import UNKNOWN, as_signs, lowered, raised, symbol
from polyleaf.importing.word.parts import Node, W, local
from polyleaf.importing.word.styles import Letters

_BULLET = re.compile("[\u00b7\u009f\u009e\uf0b7\uf09f\uf09e]|(?i:[f0]*(?:b7|9f|9e))")
"""Signs that are a bullet indeed, by character or by number."""


def seen(node: Node, letters: Letters) -> tuple[str, str]:  # noqa: PLR0911 - one case a piece
    """The characters of a piece, and what is to be told of them; "" for nothing.

    Args:
        node: A piece of a run (``w:t``, ``w:sym``, ``w:br`` …).
        letters: How the letters of the run look.
    """
    match local(node):
        case "t" | "delText":
            written = (node.text or "").replace("\n", " ")  # Word shows no break there
            words = as_signs(letters.font, written) if letters.font else written
            high = _high_or_low(words, letters)
            return high, _unknown(letters.font, written, words) or _on_the_line(words, high, letters)
        case "sym":
            font, code = node.get(f"{W}font", ""), node.get(f"{W}char", "")
            sign = symbol(font, code)
            return sign, _unknown(font, code, sign)
        case "tab" | "ptab":
            return "\t", ""
        case "br":
            return "\f" if node.get(f"{W}type") in ("page", "column") else "\n", ""
        case "cr":
            return "\n", ""
        case "noBreakHyphen":
            return "\u2011", ""
        case _:
            return "", ""


def _high_or_low(words: str, letters: Letters) -> str:
    match letters.raised:
        case "superscript":
            return raised(words)
        case "subscript":
            return lowered(words)
        case _:
            return words


def _on_the_line(words: str, high: str, letters: Letters) -> str:
    """What is told of raised figures that have no characters of their own."""
    if letters.raised == "superscript" and high == words and re.search(r"\d", words):
        return f"Raised figures stand on the line: “{words.strip()[:40]}”"
    return ""


def _unknown(font: str, written: str, words: str) -> str:
    if not font or UNKNOWN not in words or UNKNOWN in written or _BULLET.fullmatch(written.strip()):
        return ""
    return f"A sign of the font {font[:40]} is not known: {UNKNOWN} stands there, look what it was"
