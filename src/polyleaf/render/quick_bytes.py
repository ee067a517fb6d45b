"""Numbers and operators as a PDF writes them, sooner: each of a page's, some of them three times."""

from __future__ import annotations

from typing import Any

import pydyf

from polyleaf.render.insides import Seams

SEAMS: Seams = {"pydyf._to_bytes": ("item",)}
"""The function we stand in for, as pydyf 0.13 has it."""

real_to_bytes: Any = getattr(pydyf, "_to_bytes", None)


def to_bytes(item: Any) -> bytes:
    """The function of the same name: by the very type of what it is given, not by all that may be one."""
    kind = type(item)
    if kind is bytes:
        return item  # type: ignore[no-any-return]
    if kind is float:
        return b"%d" % item if item.is_integer() else (b"%f" % item).rstrip(b"0")
    if kind is str:
        return item.encode("ascii")  # type: ignore[no-any-return]
    if kind is int:
        return b"%d" % item
    return real_to_bytes(item)  # type: ignore[no-any-return]


def install() -> None:
    """Put it in place."""
    pydyf._to_bytes = to_bytes
