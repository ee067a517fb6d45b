"""Marked content: what is an artifact, what belongs to which element, what a passage really says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite
from typing import Any

from polyleaf.pdf.objects import child
from polyleaf.pdf.tokens import Operand

_UTF16, _UTF8 = b"\xfe\xff", b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where content stands.

    Attributes:
        artifact: In an artifact.
        element: Index of its element, or None.
        marked: In an artifact or in numbered content, so in a piece of one line as typesetters write it.
    """

    artifact: bool = False
    element: int | None = None
    marked: bool = False


@dataclass(slots=True)
class Marks:
    """The marked-content sequences that are open.

    Attributes:
        elements: Number of marked content -> index of its element.
        now: The innermost place.
    """

    elements: Mapping[int, int]
    now: Mark = Mark()
    _open: list[tuple[Mark, str | None]] = field(default_factory=list)
    _says: str | None = None

    def begin(self, artifact: bool, number: int | None, actual: bytes | None) -> None:
        """Open a sequence; ``actual`` is the text that stands for all that is in it."""
        self._open.append((self.now, self._says))
        if artifact or number is not None:
            element = self.elements.get(number) if number is not None else self.now.element
            here = Mark(artifact or self.now.artifact, element, marked=True)
            self.now = self.now if here == self.now else here
        if actual is not None and self._says is None:
            self._says = text_string(actual)

    def end(self) -> None:
        """Close the innermost sequence."""
        if self._open:
            self.now, says = self._open.pop()
            self._says = None if says is None else self._says

    def text(self) -> str | None:
        """What the next piece of text says: all of the actual text once, then "", or None if its glyphs tell."""
        says = self._says
        if says:
            self._says = ""
        return says


def properties(operands: Sequence[Operand], resources: Any) -> tuple[int | None, bytes | None]:  # noqa: ANN401
    """The number and the actual text of a sequence that begins, where they are given.

    Args:
        operands: Of the operator that begins it: a tag, and the properties or the name of them.
        resources: What names mean.
    """
    marked, actual = None, None
    if len(operands) == 2 and isinstance(operands[1], str):  # noqa: PLR2004 - a tag and the name of its properties
        listed = child(child(child(resources, "/Properties"), operands[1]), "/MCID")
        marked = listed if isinstance(listed, int) else None
    for key, value in [operands[1:]] if len(operands) == 3 else pairwise(operands[1:]):  # noqa: PLR2004 - as above
        if key == "/MCID" and isinstance(value, float) and isfinite(value):
            marked = int(value)
        elif key == "/ActualText" and isinstance(value, bytes):
            actual = value
    return marked, actual


def text_string(data: bytes) -> str:
    """A text string of a PDF (ISO 32000-1, 7.9.2.2); PDFDocEncoding is read as Latin-1."""
    if data.startswith(_UTF16):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(_UTF8):
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")
