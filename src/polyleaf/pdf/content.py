"""Follows the text operators of a page: where each piece of text stands and in which font (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import hypot, inf, isfinite
from typing import Any, ClassVar

from polyleaf.model.pdf_facts import TextRun
from polyleaf.pdf.fonts import Font
from polyleaf.pdf.library import Library
from polyleaf.pdf.limits import FORM_DEPTH, STATE_DEPTH
from polyleaf.pdf.matrix import IDENTITY, Matrix, bounds, multiply
from polyleaf.pdf.objects import child, items, name, number, unpacked
from polyleaf.pdf.tokens import Operand, operations
from polyleaf.pdf.unreadable import UnreadablePdf

_INVISIBLE = (3, 7)
"""Text rendering modes that paint nothing: neither fill nor stroke (ISO 32000-1, table 106)."""


@dataclass(slots=True)
class _State:
    """The graphics state as far as it moves text."""

    ctm: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    character: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


class Interpreter:
    """Interprets the content of one page.

    Attributes:
        runs: The text found so far.
    """

    def __init__(self, library: Library) -> None:
        self.runs: list[TextRun] = []
        self._library = library
        self._state = _State()
        self._saved: list[_State] = []
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._resources: Any = None
        self._marks: list[bool] = []
        self._artifacts = 0
        self._forms = 0

    def run(self, content: bytes, resources: Any) -> None:  # noqa: ANN401
        """Interpret ``content`` with the names of ``resources``.

        Raises:
            UnreadablePdf: A bound of ``polyleaf.pdf.limits`` is passed, or a stream cannot be unpacked.
        """
        self._library.spend_content(len(content))
        outer, self._resources = self._resources, resources
        for operator, operands in operations(content):
            follow = self._OPERATORS.get(operator)
            if follow is not None:
                follow(self, operands)
        self._resources = outer

    def _save(self, _: list[Operand]) -> None:
        if len(self._saved) >= STATE_DEPTH:
            raise UnreadablePdf(f"it saves more than {STATE_DEPTH} graphics states inside each other")
        self._saved.append(replace(self._state))

    def _restore(self, _: list[Operand]) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _transform(self, operands: list[Operand]) -> None:
        if (matrix := _matrix(operands)) is not None:
            self._state.ctm = multiply(matrix, self._state.ctm)

    def _begin_text(self, _: list[Operand]) -> None:
        self._text = self._line = IDENTITY

    def _set_font(self, operands: list[Operand]) -> None:
        if len(operands) > 1 and isinstance(operands[-2], str):
            self._state.font = self._library.font(child(child(self._resources, "/Font"), operands[-2]))
            self._state.size = _last(operands)

    def _text_matrix(self, operands: list[Operand]) -> None:
        if (matrix := _matrix(operands)) is not None:
            self._text = self._line = matrix

    def _move(self, operands: list[Operand]) -> None:
        if len(operands) > 1:
            self._next_line(_number(operands[-2]), _last(operands))

    def _move_and_lead(self, operands: list[Operand]) -> None:
        self._state.leading = -_last(operands)
        self._move(operands)

    def _line_feed(self, _: list[Operand]) -> None:
        self._next_line(0.0, -self._state.leading)

    def _next_line(self, right: float, up: float) -> None:
        self._text = self._line = multiply((1.0, 0.0, 0.0, 1.0, right, up), self._line)

    def _spaced_line(self, operands: list[Operand]) -> None:
        if len(operands) > 2:  # noqa: PLR2004 - word space, character space, string
            self._state.word, self._state.character = _number(operands[-3]), _number(operands[-2])
        self._quoted_line(operands)

    def _quoted_line(self, operands: list[Operand]) -> None:
        self._line_feed(operands)
        self._show(operands[-1:])

    def _show_array(self, operands: list[Operand]) -> None:
        if operands and isinstance(operands[-1], list):
            self._show(operands[-1])

    def _show_string(self, operands: list[Operand]) -> None:
        self._show(operands[-1:])

    def _show(self, pieces: Sequence[Operand]) -> None:
        """Show strings with adjustments (thousandths of the size) between them."""
        state = self._state
        font = state.font
        if font is None:
            return
        at, left, right = 0.0, inf, -inf
        painted: list[int] = []
        for piece in pieces:
            if isinstance(piece, float):
                at -= piece / 1000 * state.size * state.stretch
            elif isinstance(piece, bytes) and (codes := font.codes(piece)):
                advance = sum(map(font.widths.__getitem__, codes)) * state.size + state.character * len(codes)
                if state.word and font.bytes_per_code == 1:
                    advance += state.word * codes.count(32)
                left, right = min(left, at), max(right, at)
                at += advance * state.stretch
                left, right = min(left, at), max(right, at)
                painted.extend(codes)
        if painted and state.mode not in _INVISIBLE:
            self._note(font, painted, left, right)
        self._text = multiply((1.0, 0.0, 0.0, 1.0, at, 0.0), self._text)

    def _note(self, font: Font, painted: list[int], left: float, right: float) -> None:
        state = self._state
        self._library.spend_run()
        matrix = multiply(self._text, state.ctm)
        size = abs(state.size) * hypot(matrix[2], matrix[3])
        box = bounds(matrix, left, state.rise + font.descent * state.size, right, state.rise + font.ascent * state.size)
        if not all(map(isfinite, (*box, size))):
            raise UnreadablePdf("it places text outside every coordinate system")
        self.runs.append(
            TextRun(
                font=self._library.place(font),
                size=size,
                box=box,
                missing=sum(map(font.is_missing, painted)),
                text="".join(map(font.unicode.__getitem__, painted)),
                artifact=self._artifacts > 0,
            )
        )

    def _begin_mark(self, operands: list[Operand]) -> None:
        artifact = bool(operands) and operands[0] == "/Artifact"
        self._marks.append(artifact)
        self._artifacts += artifact

    def _end_mark(self, _: list[Operand]) -> None:
        if self._marks:
            self._artifacts -= self._marks.pop()

    def _draw(self, operands: list[Operand]) -> None:
        """Draw a form; pictures hold no text."""
        if not operands or not isinstance(operands[-1], str):
            return
        form = child(child(self._resources, "/XObject"), operands[-1])
        if name(child(form, "/Subtype")) != "Form":
            return
        if self._forms >= FORM_DEPTH:
            raise UnreadablePdf(f"it draws forms inside forms more than {FORM_DEPTH} deep, perhaps one inside itself")
        self._forms += 1
        kept = self._state, self._saved, self._text, self._line, self._marks, self._artifacts
        self._state, self._saved, self._marks = replace(self._state), [], []
        self._transform([number(item) for item in items(child(form, "/Matrix"))])
        self.run(unpacked(form, "the content of a form"), child(form, "/Resources") or self._resources)
        self._state, self._saved, self._text, self._line, self._marks, self._artifacts = kept
        self._forms -= 1

    def _set_character(self, operands: list[Operand]) -> None:
        self._state.character = _last(operands)

    def _set_word(self, operands: list[Operand]) -> None:
        self._state.word = _last(operands)

    def _set_stretch(self, operands: list[Operand]) -> None:
        self._state.stretch = _last(operands) / 100

    def _set_leading(self, operands: list[Operand]) -> None:
        self._state.leading = _last(operands)

    def _set_rise(self, operands: list[Operand]) -> None:
        self._state.rise = _last(operands)

    def _set_mode(self, operands: list[Operand]) -> None:
        self._state.mode = int(_last(operands))

    _OPERATORS: ClassVar[dict[bytes, Callable[[Interpreter, list[Operand]], None]]] = {
        b"q": _save,
        b"Q": _restore,
        b"cm": _transform,
        b"BT": _begin_text,
        b"Tf": _set_font,
        b"Tm": _text_matrix,
        b"Td": _move,
        b"TD": _move_and_lead,
        b"T*": _line_feed,
        b"Tj": _show_string,
        b"TJ": _show_array,
        b"'": _quoted_line,
        b'"': _spaced_line,
        b"Tc": _set_character,
        b"Tw": _set_word,
        b"Tz": _set_stretch,
        b"TL": _set_leading,
        b"Ts": _set_rise,
        b"Tr": _set_mode,
        b"BMC": _begin_mark,
        b"BDC": _begin_mark,
        b"EMC": _end_mark,
        b"Do": _draw,
    }


def _matrix(operands: Sequence[Operand]) -> Matrix | None:
    if len(operands) < 6:  # noqa: PLR2004 - the numbers of a matrix
        return None
    a, b, c, d, e, f = map(_number, operands[-6:])
    return (a, b, c, d, e, f)


def _number(operand: Operand) -> float:
    return operand if isinstance(operand, float) else 0.0


def _last(operands: Sequence[Operand]) -> float:
    return _number(operands[-1]) if operands else 0.0
