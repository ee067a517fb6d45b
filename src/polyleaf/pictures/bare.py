"""Photographs without what a reader does not see: words, small copies, whatever stands behind the picture.

Telephones and programs write the name of a patient, the picture before it was cut, and seconds of film into the file of
a photograph, and the layout engine copies the whole file. Exif stays here: the engine turns the picture by it and
writes it anew without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""The next segment behind data of a picture (ITU-T T.81, B.1.1.5): neither a stuffed byte nor a restart."""

_WORDS = 0xFE
_USUAL = (0xC0, 0xC1, 0xC2)
_FRAMES = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
"""Baseline, extended and progressive with Huffman codes (ISO 32000-1, 7.4.8); all kinds of frames (T.81, table B.1)."""

_APPLICATION = range(0xE0, 0xF0)
_NEEDED = (b"\xe0JFIF\0", b"\xe1Exif\0", b"\xe2ICC_PROFILE\0", b"\xeeAdobe")
"""Size, turn and colours: of what programs add, all that changes how a picture is seen."""


def bare(data: bytes) -> bytes:
    """The photograph alone; the same bytes if it has no more, is cut off, or is no JPEG."""
    kept = [_START]
    for marker, start, end in _segments(data):
        if marker == _END[1]:
            return b"".join((*kept, _END))
        added = marker == _WORDS or marker in _APPLICATION
        if not added or (data[start + 1 : start + 2] + data[start + 4 : end]).startswith(_NEEDED):
            kept.append(data[start:end])
    return data


def is_usual(data: bytes) -> bool:
    """Whether a JPEG is of the kinds that a PDF can hold: arithmetic coding comes out as a black rectangle."""
    frames = (marker for marker, _, _ in _segments(data) if marker in _FRAMES)
    return next(frames, _USUAL[0]) in _USUAL


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment of a JPEG, data of the picture with the head of their scan."""
    place = len(_START) if data.startswith(_START) else len(data)
    while found := _MARKER.match(data, place):
        start, marker = found.end() - 2, found[1][0]
        place = found.end() + int.from_bytes(data[found.end() : found.end() + 2], "big")
        if marker == _SCAN and (behind := _MARKER.search(data, place)):
            place = behind.start()
        yield marker, start, place
        if marker == _END[1]:
            return
