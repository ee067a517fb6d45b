"""Takes values out of PDF objects that may be of any type: what does not fit is absent."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

import pikepdf

from polyleaf.model.pdf_facts import Rect
from polyleaf.pdf.limits import STREAM_BYTES, TREE_DEPTH
from polyleaf.pdf.unreadable import UnreadablePdf


def child(parent: Any, key: str) -> Any:  # noqa: ANN401 - a PDF object is of any type until looked at
    """The value of ``key`` in a dictionary or stream; None if it is absent or ``parent`` is neither."""
    if isinstance(parent, pikepdf.Dictionary | pikepdf.Stream):
        return parent.get(key)
    return None


def items(parent: Any) -> Iterator[Any]:  # noqa: ANN401
    """The items of an array; none if it is no array."""
    if isinstance(parent, pikepdf.Array):
        yield from parent


def name(value: Any) -> str:  # noqa: ANN401
    """A name without its slash, else ""."""
    try:
        return str(value)[1:] if isinstance(value, pikepdf.Name) else ""
    except UnicodeDecodeError:  # names are bytes, and need not be text
        return ""


def words(value: Any) -> str:  # noqa: ANN401
    """A text string, else ""."""
    return str(value) if isinstance(value, pikepdf.String) else ""


def number(value: Any, absent: float = 0.0) -> float:  # noqa: ANN401
    """A finite number, else ``absent``."""
    if value is None or isinstance(value, pikepdf.Object):
        return absent
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return absent
    return found if isfinite(found) else absent


def rect(value: Any) -> Rect | None:  # noqa: ANN401
    """A rectangle with its corners in order, else None."""
    sides = [number(side) for side in items(value)]
    if len(sides) != 4:  # noqa: PLR2004 - the sides of a rectangle
        return None
    left, bottom, right, top = sides
    return (min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def inherited(page: Any, key: str) -> Any:  # noqa: ANN401
    """The value of ``key`` on the page or the nearest level of the page tree above it."""
    level = page
    for _ in range(TREE_DEPTH):
        value = child(level, key)
        if value is not None or level is None:
            return value
        level = child(level, "/Parent")
    return None


def unpacked(stream: Any, what: str, most: int = STREAM_BYTES) -> bytes:  # noqa: ANN401
    """The data of a stream; b"" if it is no stream.

    Raises:
        UnreadablePdf: It is larger than ``most`` bytes, packed in an unknown way or damaged.
    """
    if not isinstance(stream, pikepdf.Stream):
        return b""
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError as error:
        raise UnreadablePdf(f"{what} cannot be unpacked: {error}") from error
    if len(data) > most:
        raise UnreadablePdf(f"{what} is larger than {most // 1024} kB")
    return data
