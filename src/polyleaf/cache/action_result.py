"""What an action made, as Bazel's caches keep it: ``ActionResult`` of the Remote Execution API, version 2.

Only what is needed of it: one output file with its digest, and bytes that were told beside it. Servers that look into
what they keep (bazel-remote does) find a message they know, and give an entry back only if they still have its file.
The encoding is that of protocol buffers: a field is a number and a type, then a number or a length and bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BYTES = 2
_NUMBER = 0
_LONGEST = 10
"""Bytes of a number at most."""

_OUTPUT_FILES, _STDOUT_RAW = 2, 5
_PATH, _DIGEST = 1, 2
_HASH, _SIZE = 1, 2
_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One output file of an action.

    Attributes:
        path: What the file is called.
        sha256: Its digest, in hexadecimal.
        size: In bytes.
        told: What is to be remembered beside it.
    """

    path: str
    sha256: str
    size: int
    told: bytes


def encoded(entry: Entry) -> bytes:
    """The entry as the bytes of a message."""
    digest = _field(_HASH, entry.sha256.encode()) + _tag(_SIZE, _NUMBER) + _number(entry.size)
    file = _field(_PATH, entry.path.encode()) + _field(_DIGEST, digest)
    return _field(_OUTPUT_FILES, file) + _field(_STDOUT_RAW, entry.told)


def decoded(data: bytes) -> Entry | None:
    """The entry that these bytes are; None if they are none."""
    try:
        action = _fields(data)
        file = _fields(_of(action, _OUTPUT_FILES))
        digest = _fields(_of(file, _DIGEST))
        sha256, size = _of(digest, _HASH).decode("ascii"), digest.get(_SIZE, 0)
        path, told = _of(file, _PATH).decode(), _of(action, _STDOUT_RAW)
    except ValueError:
        return None
    return Entry(path, sha256, size, told) if _SHA256.fullmatch(sha256) and isinstance(size, int) else None


def _of(fields: dict[int, bytes | int], number: int) -> bytes:
    value = fields.get(number)
    if not isinstance(value, bytes):
        raise ValueError(f"field {number} is not there")  # noqa: TRY004 - every fault of the bytes is the same
    return value


def _fields(data: bytes) -> dict[int, bytes | int]:
    return dict(_walk(data))


def _walk(data: bytes) -> Iterator[tuple[int, bytes | int]]:
    at = 0
    while at < len(data):
        tag, at = _read_number(data, at)
        if tag & 7 == _NUMBER:
            value, at = _read_number(data, at)
            yield tag >> 3, value
        elif tag & 7 == _BYTES:
            length, at = _read_number(data, at)
            if length > len(data) - at:
                raise ValueError("it ends too soon")
            yield tag >> 3, data[at : at + length]
            at += length
        else:
            raise ValueError("a type that no such message has")


def _read_number(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(data[at : at + _LONGEST]):
        value |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            return value, at + place + 1
    raise ValueError("a number without an end")


def _field(number: int, data: bytes) -> bytes:
    return _tag(number, _BYTES) + _number(len(data)) + data


def _tag(number: int, kind: int) -> bytes:
    return _number(number << 3 | kind)


def _number(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits a byte
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)
