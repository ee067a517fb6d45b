"""Text of the marked content of a page, as a reader of the tag tree gets it (ISO 32000-1, 14.6 and 14.9.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from polyleaf.pdf.fonts import Font
from polyleaf.pdf.library import Library
from polyleaf.pdf.objects import child
from polyleaf.pdf.tokens import Operand, Operation, operations


@dataclass(slots=True)
class MarkedText:
    """What one page says.

    Attributes:
        texts: Text by marked-content identifier.
        loose: Text outside of every mark.
        artifacts: Number of Artifacts.
    """

    texts: dict[int, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    artifacts: int = 0


class _Place(NamedTuple):
    """Where in the marked content text stands.

    Attributes:
        identifier: The innermost one.
        artifact: In an Artifact.
        told: In a mark with ``/ActualText``.
    """

    identifier: int | None = None
    artifact: bool = False
    told: bool = False


def marked_text(
    content: bytes,
    resources: Any,  # noqa: ANN401 - a PDF object
    library: Library,
    known: Iterable[Operation] | None = None,
) -> MarkedText:
    """Read the text of a page's marked content in the order of the content.

    Args:
        content: A content stream.
        resources: What its names mean.
        library: Fonts, and what may still be read.
        known: Its operations, if somebody has them already.

    Returns:
        The text; ``/ActualText`` of a mark takes the place of what is painted inside it, marks within it included.

    Raises:
        UnreadablePdf: A bound of ``polyleaf.pdf.limits`` is passed.
    """
    library.spend_content(len(content))
    reader = _Reader(resources, library)
    for operator, operands in operations(content) if known is None else known:
        if (follow := _OPERATORS.get(operator)) is not None:
            follow(reader, operands)
    return reader.found


class _Reader:
    """Follows the operators that say something."""

    def __init__(self, resources: Any, library: Library) -> None:  # noqa: ANN401 - a PDF object
        self.found = MarkedText()
        self._resources, self._library = resources, library
        self._outer: list[_Place] = []
        self._here = _Place()
        self._font: Font | None = None
        self._fonts: dict[str, Font | None] = {}

    def begin(self, operands: list[Operand]) -> None:
        """A mark begins."""
        identifier, artifact, actual = _mark(operands)
        self.found.artifacts += artifact
        outer = self._here
        self._outer.append(outer)
        if identifier is not None or artifact or actual is not None:
            inner = outer.identifier if identifier is None else identifier
            self._here = _Place(inner, outer.artifact or artifact, outer.told or actual is not None)
            if inner is not None and not self._here.artifact:
                self.found.texts.setdefault(inner, "")
        if actual is not None and not outer.told:
            self._say(actual)

    def end(self, _: list[Operand]) -> None:
        """The innermost mark ends."""
        if self._outer:
            self._here = self._outer.pop()

    def set_font(self, operands: list[Operand]) -> None:
        """A font is called."""
        if len(operands) > 1 and isinstance(called := operands[-2], str):
            if called not in self._fonts:
                self._fonts[called] = self._library.font(child(child(self._resources, "/Font"), called))
            self._font = self._fonts[called]

    def show(self, operands: list[Operand]) -> None:
        """Text is shown."""
        if operands and self._font is not None and not self._here.told:
            self._say(_shown(operands[-1], self._font))

    def _say(self, text: str) -> None:
        here, texts = self._here, self.found.texts
        if here.artifact:
            return
        if here.identifier is not None:
            texts[here.identifier] = texts.get(here.identifier, "") + text
        elif text.strip():
            self.found.loose.append(text)


_OPERATORS: dict[bytes, Callable[[_Reader, list[Operand]], None]] = {
    b"BDC": _Reader.begin,
    b"BMC": _Reader.begin,
    b"EMC": _Reader.end,
    b"Tf": _Reader.set_font,
    b"Tj": _Reader.show,
    b"TJ": _Reader.show,
    b"'": _Reader.show,
    b'"': _Reader.show,
}


def _mark(operands: list[Operand]) -> tuple[int | None, bool, str | None]:
    """Its identifier, whether it is an Artifact, and its actual text."""
    artifact = bool(operands) and operands[0] == "/Artifact"
    identifier: int | None = None
    actual: str | None = None
    for key, value in [operands[1:]] if len(operands) == 3 else pairwise(operands):  # noqa: PLR2004 - tag, key, value
        if key == "/MCID" and isinstance(value, float):
            identifier = int(value)
        elif key == "/ActualText" and isinstance(value, bytes):
            actual = _text_string(value)
    return identifier, artifact, actual


def _shown(operand: Operand, font: Font) -> str:
    if isinstance(operand, bytes) and len(operand) == font.bytes_per_code:
        return font.unicode[int.from_bytes(operand)]
    pieces = operand if isinstance(operand, list) else [operand]
    return "".join(font.unicode[code] for piece in pieces if isinstance(piece, bytes) for code in font.codes(piece))


def _text_string(value: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")
