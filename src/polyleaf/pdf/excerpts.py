"""Pieces of pages as pictures, with a frame round what is meant."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw

from polyleaf.pdf.unreadable import UnreadablePdf

_SCALE = 1.25
"""Pixels in a point: 14 pt print is easy to read."""
_AROUND = 42.0
"""Points above and below the frame that are seen with it."""
_LEAST, _MOST = 120.0, 620.0
"""Height of a piece, in points."""
_PAD, _LINE, _GAP = 4.0, 3, 16
_FRAME = (204, 51, 0)
_PAPER = (255, 255, 255)

Area = tuple[float, float, float, float]


class Excerpts:
    """The pages of a finished file, drawn when they are first asked for.

    Args:
        path: The file, one of our own.

    Raises:
        UnreadablePdf: It cannot be drawn.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._document = pypdfium2.PdfDocument(path)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise UnreadablePdf(f"{path.name} cannot be drawn: {error}", "Build it again.") from error
        self._page = lru_cache(maxsize=64)(self._drawn)

    def close(self) -> None:
        """Lets go of the file."""
        self._page.cache_clear()
        self._document.close()

    def _drawn(self, number: int) -> Image.Image:
        try:
            picture: Any = self._document[number - 1].render(scale=_SCALE).to_pil()
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise UnreadablePdf(f"page {number} cannot be drawn: {error}", "Build it again.") from error
        # One palette for all: pieces of two files stand side by side in one picture.
        return picture.convert("RGB").convert("P", palette=Image.Palette.WEB, dither=Image.Dither.NONE)  # type: ignore[no-any-return]

    def cut(self, page: int, area: Area) -> Image.Image:
        """The piece of a page round an area, as wide as the page, with a frame round the area.

        Args:
            page: Its number, from 1.
            area: Left, bottom, right and top in pt from the bottom left corner.
        """
        whole = self._page(page)
        height = whole.height / _SCALE
        left, bottom, right, top = area
        first, last = height - top, height - bottom
        box = [side * _SCALE for side in (left - _PAD, first - _PAD, right + _PAD, last + _PAD)]
        room = max(_AROUND, (_LEAST - (last - first)) / 2)
        start = max(0.0, first - room)
        end = min(height, max(last + room, start + _LEAST), start + _MOST)
        piece = whole.crop((0, round(start * _SCALE), whole.width, round(end * _SCALE)))
        framed = (box[0], box[1] - round(start * _SCALE), box[2], box[3] - round(start * _SCALE))
        ImageDraw.Draw(piece).rectangle(framed, outline=_index(piece, _FRAME), width=_LINE)
        return piece


def beside(left: Image.Image, right: Image.Image | None) -> bytes:
    """Two pieces side by side, or one, as a PNG file; the same pieces give the same bytes."""
    if right is None:
        return _saved(left)
    both = Image.new("P", (left.width + _GAP + right.width, max(left.height, right.height)))
    both.putpalette(left.getpalette() or [])
    both.paste(_index(both, _PAPER), (0, 0, both.width, both.height))
    both.paste(left, (0, 0))
    both.paste(right, (left.width + _GAP, 0))
    return _saved(both)


def _index(picture: Image.Image, colour: tuple[int, int, int]) -> int:
    """The number of a colour of a picture's palette, or of the nearest."""
    return _nearest(tuple(picture.getpalette() or ()), colour)


@lru_cache(maxsize=16)
def _nearest(palette: tuple[int, ...], colour: tuple[int, int, int]) -> int:
    colours = [palette[at : at + 3] for at in range(0, len(palette), 3)]
    return min(range(len(colours)), key=lambda at: sum(abs(a - b) for a, b in zip(colours[at], colour, strict=True)))


def _saved(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=4)
    return out.getvalue()
