"""Signs of Word, of telephones and of web pages as signs that print, and brackets as room to write in."""

from __future__ import annotations

import re

from polyleaf.model.anchors import name_in
from polyleaf.model.raised import RAISED_SIGNS

_ANY_BOX = re.compile("[□❏❐❑❒☐]")
_BOXES = str.maketrans("□❏❐❑❒", "☐☐☐☐☐")
"""Several on a line are a choice: each stays beside its word."""

_SIGNS = str.maketrans("\uf0fc\uf0fb\uf0fe\uf0fd\uf0a8\uf06f\uf071\uf0e0\uf0df\uf0e8\uf04a", "✓✗☑☒□□❑→←➔☺")
"""Letters of Wingdings that Word puts for ticks, boxes, arrows and smiles."""

_LETTER_SIGN = re.compile(r"^(?P<indent>\s*)(?P<sign>[üûðè])\t[ \t\u00a0]*(?=\S)")
_LETTER_SIGNS = {"ü": "✓", "û": "✗", "ð": "→", "è": "→"}
"""The same signs as the letters that have their place in other fonts: a tick pasted from Word is an ü and a tab."""

_TICKED = re.compile(r"^(?P<before>\s*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?)\[[xX]\](?=\s)")
"""A box that is ticked already, where a line or an item begins."""

_GAP_IN_BRACKETS = re.compile(
    r"\[[ \u00a0]{6,}\](?!\()|\[[ \u00a0]{2,5}\](?=[ ]?(?:[mk]?g|m?l|mcg|µg|[cm]m|mmol|IU|%|°C?|am|pm|h)\b)"
    r"|\[[ \u00a0]{2,}(?:/[ \u00a0]*){1,2}\]"
)
"""Brackets around room to write in; around less, a box to tick."""

_RAISED = re.compile(r"<(?P<how>sup|sub)>[ ]?(?P<what>[\d+−–-]{1,4}|st|nd|rd|th)[ ]?</(?P=how)>", re.IGNORECASE)
_KEYCAP = re.compile("([0-9#*])\ufe0f?\u20e3|🔟")
_CIRCLED = {"🔟": "⑩", "0": "⓪", **{str(digit): chr(0x245F + digit) for digit in range(1, 10)}}
"""Figures on the keys of telephones, as figures in circles."""


_OWN_NAME = re.compile(r"^(#{1,6} (?P<words>.*\S))[ \t]*\{(?P<name>#[\w-]+)\}[ \t]*$")
"""A heading and the name that other programs write behind it."""


def as_signs(line: str) -> str:
    """The line with the signs of Word and of telephones as signs that print."""
    line = _KEYCAP.sub(lambda key: _CIRCLED.get(key[1] or key[0], key[1]), line.translate(_SIGNS))
    line = _GAP_IN_BRACKETS.sub(lambda gap: "__" + "/__" * gap[0].count("/") + "__" * ("/" not in gap[0]), line)
    line = _RAISED.sub(lambda mark: mark["what"].translate(RAISED_SIGNS[mark["how"].lower()]), line)
    line = _LETTER_SIGN.sub(lambda match: f"{match['indent']}{_LETTER_SIGNS[match['sign']]} ", line)
    line = line.translate(_BOXES) if len(_ANY_BOX.findall(line)) > 1 else line
    named = _OWN_NAME.match(line)
    if named and name_in(named["name"]) == name_in(f"#{re.sub('[*_`]', '', named['words'])}"):
        return named[1]
    return _TICKED.sub(r"\g<before>☑", line)
