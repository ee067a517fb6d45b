"""Whether the data of an embedded font are a font, and all there: printers put another in the place of a broken one."""

from __future__ import annotations

import struct
from typing import Any

from polyleaf.pdf.limits import STREAM_BYTES
from polyleaf.pdf.objects import child, items, name, number, unpacked
from polyleaf.pdf.unreadable import UnreadablePdf

_TRUETYPE = (b"\0\1\0\0", b"true", b"OTTO")
_NEEDED = (b"glyf", b"loca", b"head", b"maxp")
_TABLES = 200
_PADDING = 4
"""Bytes that a table may say it has beyond the end: some programs round up."""

_WHOLE = {28: 2, 29: 4}
_REAL, _END, _ONE_BYTE, _TWO_BYTES, _ESCAPE = 30, 0xF, 32, 247, 12
"""First bytes of numbers in a DICT, and of operators of two bytes (Adobe TN 5176, section 4)."""

_CHAR_STRINGS = 17
"""Operator of a CFF top DICT that says where the letters are (Adobe TN 5176)."""


def font_fault(font: Any) -> str:  # noqa: ANN401 - a PDF object is of any type until looked at
    """What is wrong with the font program of a font dictionary; "" if nothing is seen, or none is embedded."""
    descendant = next(items(child(font, "/DescendantFonts")), None)
    descriptor = child(descendant if descendant is not None else font, "/FontDescriptor")
    for key, look in (("/FontFile", _type1), ("/FontFile2", _sfnt), ("/FontFile3", _compact)):
        stream = child(descriptor, key)
        if stream is None:
            continue
        try:
            return look(unpacked(stream, "a font", STREAM_BYTES), stream)
        except UnreadablePdf:
            return "its data cannot be unpacked"
        except (struct.error, IndexError):
            return "its data end early"
    return ""


def _type1(data: bytes, stream: Any) -> str:  # noqa: ANN401
    if not data.startswith((b"%!", b"\x80\x01")) or b"eexec" not in data:
        return "its data are no Type 1 font"
    said = int(number(child(stream, "/Length1"))) + int(number(child(stream, "/Length2")))
    return "its data end early" if len(data) + _PADDING < said else ""


def _sfnt(data: bytes, _: Any) -> str:  # noqa: ANN401
    """TrueType and OpenType: a table of tables."""
    if data[:4] not in _TRUETYPE:
        return "its data are no TrueType font"
    (count,) = struct.unpack_from(">H", data, 4)
    if not 0 < count <= _TABLES:
        return "its data are no TrueType font"
    tables = {}
    for place in range(12, 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, place)
        tables[tag] = length
        if offset + length > len(data) + _PADDING:
            return f"its table {tag.decode('latin-1')} ends outside it"
    lacking = [] if data.startswith(b"OTTO") else [tag for tag in _NEEDED if tag not in tables]
    return f"it has no table {lacking[0].decode()}" if lacking else ""


def _compact(data: bytes, stream: Any) -> str:  # noqa: ANN401
    """CFF, or OpenType."""
    if name(child(stream, "/Subtype")) == "OpenType" or data[:4] in _TRUETYPE:
        return _sfnt(data, stream)
    if len(data) < _PADDING or data[0] != 1 or not 1 <= data[3] <= _PADDING:
        return "its data are no CFF font"
    names_end = _index(data, data[2])
    end = names_end
    for _ in range(3):  # the top DICTs, the strings, the global subroutines
        end = _index(data, end)
    place = _letters_at(_first(data, names_end))
    if not place:
        return "it has no letters"
    _index(data, place)
    return ""


def _index(data: bytes, place: int) -> int:
    """Where an INDEX ends; IndexError if it ends outside the data (Adobe TN 5176, section 5)."""
    count: int = struct.unpack_from(">H", data, place)[0]
    if not count:
        return place + 2
    size = data[place + 2]
    last = place + 3 + count * size
    end = last + size - 1 + int.from_bytes(data[last : last + size])
    if end > len(data):
        raise IndexError
    return end


def _first(data: bytes, place: int) -> bytes:
    """The first item of an INDEX."""
    count, size = struct.unpack_from(">HB", data, place)
    offsets = place + 3
    start, end = (int.from_bytes(data[at : at + size]) for at in (offsets, offsets + size))
    base = offsets + (count + 1) * size - 1
    return data[base + start : base + end]


def _letters_at(top: bytes) -> int:
    """The offset of the letters in a top DICT; 0 if it does not say (Adobe TN 5176, section 4)."""
    last = at = 0
    while at < len(top):
        first = top[at]
        at += 1
        if first in _WHOLE:
            size = _WHOLE[first]
            last = int.from_bytes(top[at : at + size], signed=True)
            at += size
        elif first == _REAL:
            while at < len(top) and _END not in (top[at] >> 4, top[at] & _END):
                at += 1
            at += 1
        elif first >= _ONE_BYTE:
            last = first - 139 if first < _TWO_BYTES else (first - _TWO_BYTES) * 256 + top[at] + 108
            at += first >= _TWO_BYTES
        elif first == _CHAR_STRINGS:
            return last
        else:
            at += first == _ESCAPE
    return 0
