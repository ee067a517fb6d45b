"""How far the glyphs of an embedded TrueType font reach, as the font says (OpenType, glyf)."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Sequence
from struct import error, unpack_from
from typing import Any

from polyleaf.model.pdf_facts import Rect
from polyleaf.pdf.cmap import CharacterMap
from polyleaf.pdf.limits import CODES, STREAM_BYTES
from polyleaf.pdf.objects import child, unpacked
from polyleaf.pdf.unreadable import UnreadablePdf

NOTHING: Rect = (0.0, 0.0, 0.0, 0.0)
"""The box of a glyph that paints nothing."""

_TABLES = 256
"""Most tables of a font that are looked at."""


class NotAFont(Exception):  # noqa: N818 - it names what is there
    """No TrueType font, or a damaged one."""


class Glyphs:
    """The glyphs of a font program.

    Args:
        program: The font program.
        glyph: Code to glyph; None where it is not known.

    Raises:
        NotAFont: It is no TrueType font, or a damaged one.
    """

    def __init__(self, program: bytes, glyph: Callable[[int], int | None]) -> None:
        self._program, self._glyph = program, glyph
        self._known: dict[int, Rect | None] = {}
        try:
            (many,) = unpack_from(">H", program, 4)
            entries = (unpack_from(">4s4xII", program, 12 + 16 * place) for place in range(min(many, _TABLES)))
            tables = {tag: (start, size) for tag, start, size in entries}
            head, self._loca, self._outlines = (tables[tag] for tag in (b"head", b"loca", b"glyf"))
            (self._per_em,) = unpack_from(">H", program, head[0] + 18)
            (self._long,) = unpack_from(">h", program, head[0] + 50)
        except (error, KeyError) as fault:
            raise NotAFont from fault
        if not self._per_em:
            raise NotAFont

    def box(self, code: int) -> Rect | None:
        """Left, bottom, right and top of what a code paints, in ems from the pen; None if nobody knows."""
        if code not in self._known:
            try:
                self._known[code] = self._read(code)
            except error:
                self._known[code] = None
        return self._known[code]

    def around(self, codes: Sequence[int]) -> Rect | None:
        """A box as high as all of them, and as wide as the first; None if nobody knows."""
        if len(codes) == 1:
            return self.box(codes[0])
        boxes = [box for code in codes if (box := self.box(code)) is not None]
        if len(boxes) < len(codes) or not boxes:
            return None
        left, _, right, _ = boxes[0]
        return left, min(box[1] for box in boxes), right, max(box[3] for box in boxes)

    def _read(self, code: int) -> Rect | None:
        glyph = self._glyph(code)
        if glyph is None:
            return None
        start, size = self._loca
        width = 4 if self._long else 2
        if width * (glyph + 2) > size:
            return None
        first, end = unpack_from(">II" if self._long else ">HH", self._program, start + width * glyph)
        if first == end:
            return NOTHING
        sides = unpack_from(">4h", self._program, self._outlines[0] + first * (1 if self._long else 2) + 2)
        left, bottom, right, top = (side / self._per_em for side in sides)
        return left, bottom, right, top


def glyphs_of(descriptor: Any, encoding: str, embedded: CharacterMap, glyph_map: Any) -> Glyphs | None:  # noqa: ANN401
    """The glyphs of a font with codes of several bytes; None if it has no TrueType program that can be read.

    Args:
        descriptor: Its ``/FontDescriptor``.
        encoding: The name of its encoding.
        embedded: Its encoding, if that is embedded.
        glyph_map: Its ``/CIDToGIDMap``.
    """
    own = bool(embedded.cids or embedded.lengths)
    if not own and not encoding.startswith("Identity"):
        return None
    numbers = glyph_numbers(glyph_map)

    def glyph(code: int) -> int | None:
        cid = embedded.cids.get(code) if own else code
        if cid is None or not numbers:
            return cid
        return numbers[cid] if cid < len(numbers) else None

    try:
        return Glyphs(unpacked(child(descriptor, "/FontFile2"), "a font", STREAM_BYTES), glyph)
    except (NotAFont, UnreadablePdf):
        return None


def glyph_numbers(glyph_map: Any) -> Sequence[int]:  # noqa: ANN401
    """The glyph of each CID (``/CIDToGIDMap``); empty if they are the same."""
    glyphs = unpacked(glyph_map, "the glyph map of a font", 2 * CODES)
    numbers = array("H", glyphs[: len(glyphs) // 2 * 2])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
