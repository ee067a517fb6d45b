"""Photographs without what a reader does not see: words, small copies, whatever stands behind the picture.

Telephones and programs write the name of a patient, the picture before it was cut, and seconds of film into the file of
a photograph, and the layout engine copies the whole file. Exif stays here: the engine turns the picture by it and
writes it anew without.
"""

from __future__ import annotations

import re

_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""The next segment behind data of a picture (ITU-T T.81, B.1.1.5): neither a stuffed byte nor a restart."""

_WORDS = 0xFE
_APPLICATION = range(0xE0, 0xF0)
_NEEDED = (b"\xe0JFIF\0", b"\xe1Exif\0", b"\xe2ICC_PROFILE\0", b"\xeeAdobe")
"""Size, turn and colours: of what programs add, all that changes how a picture is seen."""


def bare(data: bytes) -> bytes:
    """The photograph alone; the same bytes if it has no more, is cut off, or is no JPEG."""
    if not data.startswith(_START):
        return data
    kept, place = [_START], 2
    while found := _MARKER.match(data, place):
        start, marker = found.end() - 2, found[1][0]
        if found[1] == _END[1:]:
            return b"".join((*kept, _END))
        end = found.end() + int.from_bytes(data[found.end() : found.end() + 2], "big")
        added = marker == _WORDS or marker in _APPLICATION
        if marker == _SCAN:
            behind = _MARKER.search(data, end)
            if behind is None:
                return data
            end = behind.start()
        if not added or (found[1] + data[start + 4 : end]).startswith(_NEEDED):
            kept.append(data[start:end])
        place = end
    return data
