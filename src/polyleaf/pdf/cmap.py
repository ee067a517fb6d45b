"""Character maps: codes to CIDs and codes to Unicode (ISO 32000-1, 9.7.5 and 9.10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from polyleaf.pdf.limits import CODE_ENTRIES, CODES, UNICODE_PER_CODE

_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*+)>|(\[)|(\])|(\d{1,10})(?![^\s<>\[\]])|([A-Za-z]+)")

_Item = int | bytes | list[bytes]


@dataclass(slots=True)
class CharacterMap:
    """What a CMap stream says.

    Attributes:
        unicode: Code to text.
        cids: Code to CID.
        lengths: Lengths in bytes of the codes, from the code space ranges.
    """

    unicode: dict[int, str] = field(default_factory=dict)
    cids: dict[int, int] = field(default_factory=dict)
    lengths: set[int] = field(default_factory=set)


def read_cmap(data: bytes) -> CharacterMap:
    """Read a CMap; what makes no sense is passed over, and so is what comes after ``CODE_ENTRIES`` entries."""
    found = CharacterMap()
    left = CODE_ENTRIES
    for section, items in _sections(data):
        if section == b"endcodespacerange":
            found.lengths.update(len(item) for item in items if isinstance(item, bytes))
        elif section in (b"endbfchar", b"endcidchar"):
            left -= len(items)
            for code, value in zip(items[::2], items[1::2], strict=False):
                if isinstance(code, bytes):
                    _enter(found, section, range(int.from_bytes(code), int.from_bytes(code) + 1), value)
        else:
            for first, last, value in zip(items[::3], items[1::3], items[2::3], strict=False):
                if isinstance(first, bytes) and isinstance(last, bytes):
                    codes = range(int.from_bytes(first), min(int.from_bytes(last) + 1, CODES))[: max(left, 0)]
                    left -= len(codes) + 1
                    _enter(found, section, codes, value)
        if left <= 0:
            break
    return found


def _sections(data: bytes) -> Iterator[tuple[bytes, list[_Item]]]:
    """Every ``begin… end…`` section of the map with what stands in it."""
    items: list[_Item] = []
    array: list[bytes] | None = None
    for token in _TOKEN.finditer(data):
        kind = token.lastindex
        if kind == 1:
            string = _unhex(token[1])
            if array is None:
                items.append(string)
            else:
                array.append(string)
        elif kind == 2:  # noqa: PLR2004 - the groups of _TOKEN: an array opens
            array = []
        elif kind == 3:  # noqa: PLR2004 - it closes
            items.append(array or [])
            array = None
        elif kind == 4:  # noqa: PLR2004 - a number
            items.append(int(token[4]))
        elif token[5].startswith(b"begin"):
            items, array = [], None
        elif token[5] in (b"endbfchar", b"endbfrange", b"endcidchar", b"endcidrange", b"endcodespacerange"):
            yield token[5], items
            items = []


def _enter(found: CharacterMap, section: bytes, codes: range, value: _Item) -> None:
    """Note what consecutive codes stand for, the first one for ``value``."""
    if section in (b"endcidchar", b"endcidrange"):
        if isinstance(value, int):
            found.cids.update((code, value + offset) for offset, code in enumerate(codes))
    elif isinstance(value, list):
        found.unicode.update((code, _text(text)) for code, text in zip(codes, value, strict=False))
    elif isinstance(value, bytes) and len(codes) == 1:
        found.unicode[codes[0]] = _text(value)
    elif isinstance(value, bytes):
        start = int.from_bytes(value[-2:])
        for offset, code in enumerate(codes):
            found.unicode[code] = _text(value[:-2] + ((start + offset) & 0xFFFF).to_bytes(2))


def _unhex(digits: bytes) -> bytes:
    pure = b"".join(digits.split())[: 2 * UNICODE_PER_CODE]
    return bytes.fromhex((pure + b"0" if len(pure) % 2 else pure).decode("ascii"))


def _text(utf16: bytes) -> str:
    return utf16.decode("utf-16-be", "replace")
