"""What a browser sends: bounded, and not waited for without end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request

FORM_BYTES = 256 * 1024
"""A form holds a paragraph or a few names."""

_SECONDS = 30.0
"""How long a body may take: the browser stands on the same computer."""

_AT_ONCE = 64 * 1024 * 1024
"""Bytes that come at the same time, in all requests."""


class _Coming:
    """What is coming in now."""

    def __init__(self) -> None:
        self.bytes = 0


_COMING = _Coming()


async def body(request: Request, most: int) -> bytes:
    """The body of a request.

    Raises:
        HTTPException: It is larger, or does not come, or too much comes at the same time.
    """
    found = bytearray()
    await _taken(request, most, found.extend)
    return bytes(found)


async def body_into(request: Request, most: int, path: Path) -> None:
    """The body of a request into a file, piece by piece: a document may be large.

    Raises:
        HTTPException: It is larger, or does not come, or too much comes at the same time.
        OSError: It cannot be written.
    """
    with path.open("xb") as file:
        await _taken(request, most, file.write)


async def _taken(request: Request, most: int, keep: Callable[[bytes], object]) -> None:
    """Gives the pieces of a body to ``keep``."""
    said = request.headers.get("content-length", "")
    if said.isdecimal() and int(said) > most:
        raise HTTPException(413, f"This is larger than {most // 1024} kB.")
    count = 0
    try:
        async with asyncio.timeout(_SECONDS):
            async for piece in request.stream():
                count += len(piece)
                _COMING.bytes += len(piece)
                if count > most:
                    raise HTTPException(413, f"This is larger than {most // 1024} kB.")
                if _COMING.bytes > _AT_ONCE:
                    raise HTTPException(503, "Too much is sent at the same time: send it again in a moment.")
                keep(piece)
    except TimeoutError:
        raise HTTPException(408, "The request did not come to its end.") from None
    finally:
        _COMING.bytes -= count


class Form:
    """The fields of a form.

    Args:
        fields: Values by name.
    """

    def __init__(self, fields: Mapping[str, Sequence[str]]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> str:
        """A field; "" if it is not there. Browsers send lines that end with CR LF."""
        return self.all(name)[0] if self.all(name) else ""

    def all(self, name: str) -> list[str]:
        """All values of a field."""
        return [value.replace("\r\n", "\n") for value in self._fields.get(name, ())]


async def form(request: Request) -> Form:
    """The form that was sent.

    Raises:
        HTTPException: It is too large, or no form.
    """
    data = await body(request, FORM_BYTES)
    try:
        fields = parse_qs(data.decode(), keep_blank_values=True, strict_parsing=bool(data), max_num_fields=500)
    except ValueError:
        raise HTTPException(400, "This is no form of the desk.") from None
    return Form(fields)
