"""Signs that no font of a leaflet has: what they are called, and what can stand in their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from polyleaf.model.letters import Letters

_INSTEAD = {
    "☎": "📞📱🕿🕾📲",
    "✉": "📧📩✉📨",
    "✓": "✅🗸\uf0fc",
    "✗": "❌❎🗙🚫⛔\uf0fb",
    "→": "➙👉🡒🡆⮕\uf0e0\uf0e8",
    "←": "👈🡐⬅\uf0df",
    "↑": "👆☝🡑",
    "↓": "👇🡓",
    "★": "⭐🌟",
    "⚠": "🚨🛑",
    "☐": "🗆🗌🔲🔳\uf06f\uf0a8\uf071\uf072",
    "☒": "\uf078",
    "☑": "\uf0fe",
    "•": "\uf0b7\uf0a7\uf06c\uf09f🔹🔸",
    "●": "⚫",
    "♥": "💙💚💛💜🖤🧡💗",
}
"""Pictures of telephones, and signs of Word's own fonts (U+F000 to U+F0FF), by the sign that prints."""

_SIGN_FOR = {other: sign for sign, others in _INSTEAD.items() for other in others}

_NO_SCRIPTS = ("LATIN", "COMBINING", "MODIFIER")
"""Words that names of letters begin with which say nothing of another language."""

_VARIANT = re.compile("[\ufe0e\ufe0f]")
_PICTURES = re.compile(
    "[⌚⌛⏩-⏬⏰⏳◽◾☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓-❕❗➕-➗➰➿⬛⬜⭐⭕☝⛹✌✍\U0001f000-\U0001faff]"
)
"""Signs that programs paint in colour unless they are told not to (Unicode: Emoji_Presentation), and hands
(Emoji_Modifier_Base)."""

_AS_TEXT = "\ufe0e"


def in_one_colour(text: str) -> str:
    """The text with every sign as print shows it: marks that ask for coloured pictures make way for their opposite."""
    return _PICTURES.sub(rf"\g<0>{_AS_TEXT}", _VARIANT.sub("", text)) if not text.isascii() else text


_COLOURS = re.compile("[🔴🟠🟡🟢🔵🟣🟤🟥🟧🟨🟩🟦🟪🟫]")
"""Circles and squares that differ in nothing but their colour (Unicode: large green circle and others)."""


def of_colour_alone(text: str) -> tuple[str, ...]:
    """The signs of a text that say nothing but a colour, each once: in one colour they are all alike."""
    return tuple(dict.fromkeys(_COLOURS.findall(text)))


FLAG = re.compile("[🇦-🇿]{2}")
"""Two letters of a country, which telephones paint as its flag."""


def called_flag(flag: str) -> str:
    """A flag by its letters: "flag FR"."""
    return f"flag {''.join(chr(ord(letter) - ord('🇦') + ord('A')) for letter in flag)}"


def called(char: str) -> str:
    """A sign for people to find it: ``💊 (pill, U+1F48A)``."""
    name = unicodedata.name(char, "").casefold()
    private = "" if name or unicodedata.category(char) != "Co" else "a sign of a font of Word's"
    return f"{char} ({name or private or 'a sign without a name'}, U+{ord(char):04X})"


def letters_by_script(chars: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Letters of one script that stand together: what somebody typed in another language.

    Args:
        chars: Characters, each once.

    Returns:
        By the script's name in English ("Arabic"), its letters; those of a script with a single letter are left out.
    """
    found: dict[str, tuple[str, ...]] = {}
    for char in chars:
        script = unicodedata.name(char, "").partition(" ")[0]
        plain = unicodedata.category(char)[0] in "LM" and unicodedata.normalize("NFKC", char) == char
        if plain and script and script not in _NO_SCRIPTS:
            script = script if script == "CJK" else script.capitalize()
            found[script] = (*found.get(script, ()), char)
    return {script: letters for script, letters in found.items() if len(letters) > 1}


def instead_of(char: str, letters: Letters) -> str:
    """What can be typed instead of a sign that the fonts lack: another sign, letters, or its name in words."""
    for other in (_SIGN_FOR.get(char, ""), unicodedata.normalize("NFKC", char)):
        if other and other != char and not letters.lacking(other):
            return f"Type {other}"
    if unicodedata.category(char) == "Me":
        return "Leave it out: what it is drawn around prints without it"
    if of_colour_alone(char):
        return "Say the colour in words, or delete the sign if they stand there already"
    name = unicodedata.name(char, "").casefold()
    return f"Say it in words, or type another sign; a draft prints [{name}]" if name else "Type another sign"


def standing_in(char: str) -> str:
    """What a draft prints in its place, so that the place is seen."""
    return f"[{unicodedata.name(char, '').casefold() or f'U+{ord(char):04X}'}]"
