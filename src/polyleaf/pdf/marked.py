"""Text of the marked content of a page, as a reader of the tag tree gets it (ISO 32000-1, 14.6 and 14.9.4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from polyleaf.pdf.fonts import Font
from polyleaf.pdf.library import Library
from polyleaf.pdf.objects import child
from polyleaf.pdf.tokens import Operand, Operation, operations

_SHOWING = (b"Tj", b"TJ", b"'", b'"')
"""Operators that show text; the string or array comes last."""


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


@dataclass(slots=True)
class _Mark:
    identifier: int | None
    artifact: bool
    actual: str | None


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
    found = MarkedText()
    marks: list[_Mark] = []
    font: Font | None = None
    for operator, operands in operations(content) if known is None else known:
        if operator == b"Tf" and len(operands) > 1 and isinstance(operands[-2], str):
            font = library.font(child(child(resources, "/Font"), operands[-2]))
        elif operator in (b"BDC", b"BMC"):
            mark = _mark(operands)
            found.artifacts += mark.artifact
            _say(found, marks, mark, "")
            if mark.actual is not None and not any(outer.actual is not None for outer in marks):
                _say(found, marks, mark, mark.actual)
            marks.append(mark)
        elif operator == b"EMC" and marks:
            marks.pop()
        elif operator in _SHOWING and operands and font is not None and all(mark.actual is None for mark in marks):
            _say(found, marks, None, _shown(operands[-1], font))
    return found


def _mark(operands: list[Operand]) -> _Mark:
    artifact = bool(operands) and operands[0] == "/Artifact"
    identifier: int | None = None
    actual: str | None = None
    for key, value in pairwise(operands):
        if key == "/MCID" and isinstance(value, float):
            identifier = int(value)
        elif key == "/ActualText" and isinstance(value, bytes):
            actual = _text_string(value)
    return _Mark(identifier, artifact, actual)


def _say(found: MarkedText, marks: list[_Mark], mark: _Mark | None, text: str) -> None:
    within = [*marks, mark] if mark is not None else marks
    if any(one.artifact for one in within):
        return
    for one in reversed(within):
        if one.identifier is not None:
            found.texts[one.identifier] = found.texts.get(one.identifier, "") + text
            return
    if text.strip():
        found.loose.append(text)


def _shown(operand: Operand, font: Font) -> str:
    pieces = operand if isinstance(operand, list) else [operand]
    return "".join(font.unicode[code] for piece in pieces if isinstance(piece, bytes) for code in font.codes(piece))


def _text_string(value: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")
