"""Texts cut into words and placeholders, and characters that XML has no place for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

# The braces of source.inline: "{{" and "}}" are braces on paper, no placeholder.
_PIECE = re.compile(r"\{\{|\}\}|(\{([A-Za-z_][A-Za-z0-9_]*)\})")

_NO_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
NOT_XML = re.compile(f"[{_NO_XML}]")
"""Characters that no XML 1.0 document may hold, not even as a reference."""

NOT_PO = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Characters that no catalog can hold."""

_TO_HIDE = re.compile(rf"[{_NO_XML}]|_(?=x[0-9A-Fa-f]{{4}}_)")
_HIDDEN = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Code:
    """A placeholder as an inline element.

    Attributes:
        id: Number within the text; the same in source and translation.
        name: Name of the fact.
    """

    id: str
    name: str

    @property
    def braced(self) -> str:
        """The placeholder as it stands in the catalog."""
        return f"{{{self.name}}}"


Piece = str | Code


def coded(source: str, text: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Source and translation in pieces; equal placeholders have equal ids."""
    ids: dict[str, list[str]] = defaultdict(list)
    left: list[Piece] = []
    number = 0
    for words, name in _cut(source):
        left.append(words)
        if name:
            number += 1
            ids[name].append(str(number))
            left.append(Code(str(number), name))
    right: list[Piece] = []
    for words, name in _cut(text):
        right.append(words)
        if name:
            if ids[name]:
                right.append(Code(ids[name].pop(0), name))
            else:
                # One too many, or another's: a check will say so; it is shown as it is.
                number += 1
                right.append(Code(str(number), name))
    return tuple(filter(None, left)), tuple(filter(None, right))


def _cut(text: str) -> Iterator[tuple[str, str]]:
    """Words, and the name of the placeholder after them; "" at the end."""
    start = 0
    for match in _PIECE.finditer(text):
        if match[2]:
            yield text[start : match.start()], match[2]
            start = match.end()
    yield text[start:], ""


def hide(text: str) -> str:
    """``text`` with every character that XML cannot carry as ``_xHHHH_``, the escape of XLSX (ECMA-376, ST_Xstring)."""
    return _TO_HIDE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def unhide(text: str) -> str:
    """The text that ``hide`` was given."""
    return _HIDDEN.sub(lambda match: chr(int(match[1], 16)), text)
