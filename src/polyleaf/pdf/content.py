"""Follows the operators that show text, and marked content and forms (ISO 32000-1, 8.10, 9.4 and 14.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from polyleaf.model.pdf_facts import Rect, TextRun
from polyleaf.pdf.fonts import Font
from polyleaf.pdf.graphics import UNSEEN, ByName, Follow, Graphics, a_number, last, matrix_of
from polyleaf.pdf.hidden import Hidden
from polyleaf.pdf.library import Library
from polyleaf.pdf.limits import FORM_DEPTH
from polyleaf.pdf.marks import Marks, properties
from polyleaf.pdf.matrix import IDENTITY, Matrix, bounds, multiply
from polyleaf.pdf.objects import child, items, name, number, rect, unpacked
from polyleaf.pdf.paths import common
from polyleaf.pdf.runs import Runs
from polyleaf.pdf.shown import Shown, shown
from polyleaf.pdf.tokens import Operand, Operation, operations
from polyleaf.pdf.unreadable import UnreadablePdf

_INVISIBLE = (3, 7)
"""Text rendering modes that paint nothing: neither fill nor stroke (ISO 32000-1, table 106)."""

_STROKED = (1, 5)
"""Those that stroke the outlines only."""

_FEW, _LONGEST = 20, 80
"""Names without an object that are noted of a page, and how much of each."""


class Interpreter(Graphics):
    """Interprets the content of one page.

    Args:
        library: What the pages of the file share.
        page: The page's box.
        elements: Number of marked content -> index of its element.

    Attributes:
        missing: Fonts, forms and pictures that content calls and resources do not have, in order.
    """

    def __init__(self, library: Library, page: Rect, elements: Mapping[int, int]) -> None:
        super().__init__(library, page, Marks(elements))
        self._runs = Runs(library)
        self._hidden = Hidden(library)
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._text_objects = 0
        self._forms = 0
        self._fonts = ByName[Font | None]()
        self.missing: dict[str, None] = {}

    def run(self, content: bytes, resources: Any, known: Iterable[Operation] | None = None) -> None:  # noqa: ANN401
        """Interpret ``content`` with the names of ``resources``.

        Args:
            content: A content stream.
            resources: What its names mean.
            known: Its operations, if somebody has them already.

        Raises:
            UnreadablePdf: A bound of ``polyleaf.pdf.limits`` is passed, or a stream cannot be unpacked.
        """
        self._library.spend_content(len(content))
        outer, self._resources = self._resources, resources
        for operator, operands in operations(content) if known is None else known:
            follow = self.OPERATORS.get(operator)
            if follow is not None:
                follow(self, operands)
            elif operator not in UNSEEN:
                self._note_strange(operator.decode("ascii", "replace"))
        self._resources = outer

    def runs(self) -> tuple[TextRun, ...]:
        """The text of the page, in the order of painting."""
        return self._runs.finish()

    def hidden(self) -> tuple[TextRun, ...]:
        """The text that is not painted."""
        self._hidden.close()
        return tuple(self._hidden.done)

    def _begin_text(self, _: list[Operand]) -> None:
        self._text = self._line = IDENTITY
        self._text_objects += 1

    def _set_font(self, operands: list[Operand]) -> None:
        if len(operands) > 1 and isinstance(operands[-2], str):
            known, called = self._fonts.of(self._resources), operands[-2]
            if called not in known:
                known[called] = self._library.font(self._resource("Font", called))
            self._state.font = known[called]
            self._state.size = last(operands)

    def _resource(self, kind: str, called: str) -> Any:  # noqa: ANN401
        found = child(child(self._resources, f"/{kind}"), called)
        if found is None and len(self.missing) < _FEW:
            self.missing[f"{kind} {called[:_LONGEST]}"] = None
        return found

    def _text_matrix(self, operands: list[Operand]) -> None:
        if (matrix := matrix_of(operands)) is not None:
            self._text = self._line = matrix

    def _move(self, operands: list[Operand]) -> None:
        if len(operands) > 1:
            self._next_line(a_number(operands[-2]), last(operands))

    def _move_and_lead(self, operands: list[Operand]) -> None:
        self._state.leading = -last(operands)
        self._move(operands)

    def _line_feed(self, _: list[Operand]) -> None:
        self._next_line(0.0, -self._state.leading)

    def _next_line(self, right: float, up: float) -> None:
        self._text = self._line = multiply((1.0, 0.0, 0.0, 1.0, right, up), self._line)

    def _spaced_line(self, operands: list[Operand]) -> None:
        if len(operands) > 2:  # noqa: PLR2004 - word space, character space, string
            self._state.word, self._state.character = a_number(operands[-3]), a_number(operands[-2])
        self._quoted_line(operands)

    def _quoted_line(self, operands: list[Operand]) -> None:
        self._line_feed(operands)
        self._show(operands[-1:])

    def _show_array(self, operands: list[Operand]) -> None:
        if operands and isinstance(operands[-1], list):
            self._show(operands[-1])

    def _show_string(self, operands: list[Operand]) -> None:
        state, text = self._state, operands[-1] if operands else None
        if isinstance(text, bytes) and state.font is not None and not state.character and not state.word:
            letter = state.font.letters.get(text)
            if letter is not None:  # it was shown before: most of a line of Nastaliq
                self._place(letter, state.font)
                return
        self._show(operands[-1:])

    def _show(self, pieces: Sequence[Operand]) -> None:
        """Show strings with adjustments (thousandths of the size) between them."""
        state = self._state
        if state.font is not None:
            self._place(shown(pieces, state.font, state.size, state.character, state.word), state.font)

    def _place(self, piece: Shown, font: Font) -> None:
        """Take in what an operator shows, and move the pen."""
        state = self._state
        a, b, c, d, e, f = self._text
        if piece.codes:
            matrix = multiply((a * state.stretch, b * state.stretch, c, d, e, f), state.ctm)
            mark, says = self._marks.now, self._marks.text()
            if state.mode in _INVISIBLE:
                self._hidden.add(piece, font, state.size, matrix, mark, says, self._order(), self._text_objects)
                self._runs.stand(self._text_objects, round(matrix[5], 2))
            else:
                self._runs.add(
                    piece,
                    font,
                    state.size,
                    state.rise,
                    matrix,
                    ink=state.stroke_ink if state.mode in _STROKED else state.fill_ink,
                    mark=mark,
                    says=says,
                    clip=state.clip,
                    order=self._order(),
                    text_object=self._text_objects,
                )
        along = piece.advance * state.size * state.stretch
        self._text = (a, b, c, d, e + along * a, f + along * b)

    def _begin_mark(self, operands: list[Operand]) -> None:
        self._marks.begin(bool(operands) and operands[0] == "/Artifact", *properties(operands, self._resources))

    def _end_mark(self, _: list[Operand]) -> None:
        self._marks.end()

    def _draw(self, operands: list[Operand]) -> None:
        """Draw a form or a picture."""
        if not operands or not isinstance(operands[-1], str):
            return
        form = self._resource("XObject", operands[-1])
        kind = name(child(form, "/Subtype"))
        if kind == "Image":
            self._picture([])
        if kind != "Form":
            return
        if self._forms >= FORM_DEPTH:
            raise UnreadablePdf(f"it draws forms inside forms more than {FORM_DEPTH} deep, perhaps one inside itself")
        self._forms += 1
        kept = self._state, self._saved, self._text, self._line, self._marks, self._base
        state = self._state = self._state.copy()
        if child(form, "/Group") is not None:  # what is in a group begins anew, and the group as a whole shines through
            state.group *= state.fill_opacity
            state.fill_opacity = state.stroke_opacity = 1.0
        self._saved, self._marks = [], Marks(kept[4].elements, kept[4].now)
        self._transform([number(item) for item in items(child(form, "/Matrix"))])
        self._base = state.ctm
        if (box := rect(child(form, "/BBox"))) is not None:
            state.clip = common(state.clip, bounds(state.ctm, *box))
        self.run(unpacked(form, "the content of a form"), child(form, "/Resources") or self._resources)
        self._state, self._saved, self._text, self._line, self._marks, self._base = kept
        self._forms -= 1

    def _set_character(self, operands: list[Operand]) -> None:
        self._state.character = last(operands)

    def _set_word(self, operands: list[Operand]) -> None:
        self._state.word = last(operands)

    def _set_stretch(self, operands: list[Operand]) -> None:
        self._state.stretch = last(operands) / 100

    def _set_leading(self, operands: list[Operand]) -> None:
        self._state.leading = last(operands)

    def _set_rise(self, operands: list[Operand]) -> None:
        self._state.rise = last(operands)

    def _set_mode(self, operands: list[Operand]) -> None:
        self._state.mode = int(last(operands))

    OPERATORS: ClassVar[dict[bytes, Follow]] = {
        **Graphics.OPERATORS,
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
        **dict.fromkeys((b"BMC", b"BDC"), _begin_mark),
        b"EMC": _end_mark,
        b"Do": _draw,
    }
