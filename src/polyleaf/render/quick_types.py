"""Arrays of C without their lengths: cffi reads all declarations of the engine anew for each type that it was not told.

A font is subset by an array as long as its glyphs are many, so nearly each font of a document was a new type.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.pdf import fonts

_ARRAY = re.compile(r"(\w+)\[(\d+)\]")


class Types:
    """Takes the place of the ``ffi`` of WeasyPrint's module of fonts; all but ``new`` is that.

    Args:
        real: What it takes the place of.
    """

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def new(self, kind: str, *values: Any) -> Any:
        """An object of C: an array that is given all its values is as long as these are many."""
        array = _ARRAY.fullmatch(kind)
        if array and values and isinstance(values[0], list | tuple) and len(values[0]) == int(array[2]):
            kind = f"{array[1]}[]"
        return self._real.new(kind, *values)


def install() -> None:
    """Put it in place; again does nothing."""
    if not isinstance(fonts.ffi, Types):
        fonts.ffi = Types(fonts.ffi)


def read_ahead() -> None:
    """Read the types that each document needs, in the process that workers are born from: no library is called."""
    for kind in ("PangoFcFontMap *", "char[]", "PangoRectangle *", "PangoLogAttr[]", "unsigned int *", "int *"):
        fonts.ffi.typeof(kind)
    for kind in ("hb_tag_t[100]", "hb_codepoint_t *", "hb_codepoint_t[]", "char[4]"):
        fonts.ffi.typeof(kind)
