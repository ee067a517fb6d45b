"""Paints lines of text so that they read back letter for letter; stands in for two functions of WeasyPrint.

Left to right, glyphs are painted in one piece as usual, each with a code of its own text (``straight.py``). Right to
left, every letter is painted by itself, from right to left (``letters.py``).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from weasyprint.draw import text as draw_text_module
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from polyleaf.render.known_layouts import first_line
from polyleaf.render.tagging.blanks import Blanks
from polyleaf.render.tagging.codes import SILENT, FontCodes
from polyleaf.render.tagging.hints import NARROW, NOTHING, OFF, RLM, Hints, ends_of, heard_as, ink, widest
from polyleaf.render.tagging.letters import paint_layers, paint_letters, paint_picture, picture_of
from polyleaf.render.tagging.lines import Bridge, Line, Picture, joined, line_of, silenced, text_of, texts_of, too_few
from polyleaf.render.tagging.paint_order import PaintOrder
from polyleaf.render.tagging.rows import Piece, gap_of, is_page_number
from polyleaf.render.tagging.runs import PlainRun, Run, read_runs
from polyleaf.render.tagging.spelling import BALANCE, NO_ISLAND, After, island, turned
from polyleaf.render.tagging.straight import paint_plain, paint_run
from polyleaf.render.tagging.words import actual_text, hide, marks, place_at

_original = draw_text_module.draw_first_line
_Runs = Sequence[PlainRun | Run]
_ASIDE = 2.0
"""How far, in px, beside the line something stands that must not come between its letters."""


class Painter:
    """Paints the lines of one document.

    Attributes:
        codes: The codes of each font, by WeasyPrint's name for the font.
        order: What is painted before which line.
    """

    def __init__(self) -> None:
        self.codes: dict[str, FontCodes] = defaultdict(FontCodes)
        self.order = PaintOrder()
        self._blanks = Blanks()
        self._hints = Hints(self.codes)
        self._line = Line()
        self._before: Piece | None = None
        self._backwards = False
        self._too_few = 0

    def begin_page(self, context: Any) -> None:
        """Counts what poppler lacks on a page to take it for one that is read from right to left."""
        self._backwards = context.box.style["direction"] == "rtl"
        self._too_few = too_few(context.page) if self._backwards else 0

    def paint_line(self, draw: Callable[..., None], stream: Any, page: Any, box: Any, *others: Any) -> None:
        """WeasyPrint's ``draw_inline_level``, given as ``draw``; notes which line its texts are on."""
        if not isinstance(box, boxes.LineBox):
            draw(stream, page, box, *others)
            return
        self.order.catch_up(stream, texts_of(box))
        outer, self._line = self._line, line_of(box)
        try:
            draw(stream, page, box, *others)
            if self._line.pictures:  # its last text box was not painted
                with stream.artifact():
                    stream.begin_text()
                    self._paint_pictures(stream, self._line)
                    stream.end_text()
        finally:
            self._line = outer

    def paint(self, stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        """WeasyPrint's ``draw_first_line``."""
        if not textbox.text or textbox.style["font_size"] < 1e-6:  # noqa: PLR2004 - pydyf's precision
            return []
        line = self._line if self._line.last is not None else Line(textbox)
        layout = textbox.pango_layout
        cut = text_overflow == "ellipsis" or block_ellipsis != "none"
        line_of_text = first_line(layout, changed=cut)
        runs: _Runs | None = None
        if not cut:
            runs = read_runs(stream, line_of_text, layout.text, textbox.style["font_size"])
        emojis = []
        unseen = textbox.style["color"].alpha == 0
        before = len(stream.stream)
        if runs is None:
            emojis = _original(stream, textbox, text_overflow, block_ellipsis, matrix)
        else:
            self._paint_text(stream, textbox, line_of_text, runs, (matrix.values[4], matrix.values[5]), line)
        if textbox is line.last:
            self._before = Piece(line.left, line.right, matrix.values[5])
            if self.order.aside and line.backwards and runs:
                between = gap_of(self._before, self.order.beside, runs[-1].size)
                if between and self.order.beside:
                    self._hints.join(stream, runs[-1], between, self.order.beside.y)
                else:  # or pdfium reads it behind the line that it stands before
                    self._hints.step_off(stream, runs[-1], line.left, matrix.values[5])
            if self._too_few and line.mixed and runs:
                self._hints.tell(stream, runs[-1], (line.left - _ASIDE, matrix.values[5]), NOTHING, RLM * self._too_few)
                self._too_few = 0
            self._paint_pictures(stream, line)
        if unseen:
            hide(stream.stream, before)
        return emojis

    def _paint_text(
        self, stream: Any, textbox: Any, painted: Any, runs: _Runs, origin: tuple[float, float], line: Line
    ) -> None:
        layout = textbox.pango_layout
        if added := getattr(layout, "added", 0):
            runs = silenced(runs, added)
        if getattr(layout, "lead", False):
            self._paint_gap(stream, runs[0], origin, _edge(painted, runs[0], at_start=True), " ")
        if is_page_number(textbox) and not line.several:
            between = gap_of(self._before, Piece(line.left, line.right, origin[1]), runs[0].size, far=math.inf)
            self._hints.join(stream, runs[0], between, origin[1], backwards=line.backwards)
        self._paint_runs(stream, textbox, runs, origin, line)
        if gap := getattr(layout, "gap", ""):
            self._paint_gap(stream, runs[-1], origin, _edge(painted, runs[-1], at_start=False), gap)

    def _paint_runs(self, stream: Any, textbox: Any, runs: _Runs, origin: tuple[float, float], line: Line) -> None:
        """Paints all that is read; what is only seen waits for the end of the line."""
        for backwards, pieces in groupby(runs, key=lambda run: run.backwards):
            if backwards:
                for run in pieces:
                    if line.island is not None:
                        self._hints.step_off(stream, line.island, line.left, origin[1])
                        line.island = None
                    self._paint_backwards(stream, run, origin, line, textbox.style["color"])
            else:
                together = list(pieces)
                alone = not line.several and len(together) == len(runs)
                self._paint_island(stream, textbox, together, origin, line, alone=alone)

    def _paint_island(
        self, stream: Any, textbox: Any, runs: _Runs, origin: tuple[float, float], line: Line, *, alone: bool
    ) -> None:
        """Paints left-to-right runs that stand together; ``alone``: nothing else is on the line."""
        text = "".join(map(text_of, runs))
        told = island(text) if line.mixed or line.bare else NO_ISLAND
        runs = [joined(run) for run in runs] if told.joined else runs
        broad, word = widest(runs), any(map(str.isalpha, text))
        apart = told.alone or textbox in line.islands or (line.bare and word and not alone)
        shape = ""
        if apart and line.bare and not line.told:
            self._hints.tell(stream, broad, (line.right + _ASIDE, origin[1]), BALANCE)
            line.told = True
        if apart and line.backwards:
            whole = line.islands.get(textbox, text)
            shape = turned(whole) if whole else NOTHING
        elif apart and line.island is None:
            line.island = broad
            self._hints.step_off(stream, broad, line.right, origin[1])
        bridge = None
        if line.backwards and not alone:
            left, right = (origin[0] + end for end in ends_of(runs))
            bridge = Bridge(broad, left, right, origin[1], first=not line.begun)
            if line.begun:
                self._hints.cross(stream, bridge, line.last_letter or " ")
        line.after = After.TOLD if shape else After.WORD if word and line.island is None else After.OTHER
        if told.joined and not shape:
            shape = "".join(map(text_of, runs))
        spaced = self._backwards and " " in text.strip()  # or Evince puts its words in the opposite order
        actual = told.actual or text
        if line.backwards and not line.begun:  # or poppler takes it and a number beside the line for one
            actual = actual + RLM if line.mixed else RLM + actual if self.order.aside else actual
        says = (text, actual, shape or text) if actual != text or shape or spaced else ("", "", "")
        self._paint_forwards(stream, runs, origin, says)
        line.bridge, line.begun = bridge, True
        line.lender = broad if any(map(str.isalnum, text)) else line.lender

    def _paint_backwards(self, stream: Any, run: Any, origin: tuple[float, float], line: Line, color: Any) -> None:
        text = text_of(run)
        if line.bridge:
            self._hints.cross(stream, line.bridge, text[:1] or " ")
        shown = heard_as(run, text, line)
        line.bridge, line.last_letter = None, text[-1:]
        stream.set_font_size(shown.font.hash, shown.size)
        paint = paint_layers if shown is not run or run.tangled else paint_letters
        picture = paint(stream, self.codes[shown.font.hash], shown, origin, line.after)
        if shown is not run:
            picture = [] if text.isspace() else picture_of(self.codes[run.font.hash], run, origin)
        elif any(map(str.isalnum, text)):
            line.lender = run
        line.begun, line.after = True, After.NOTHING
        if picture:
            line.pictures.append(Picture(run, color, origin, picture))

    def _paint_forwards(
        self, stream: Any, runs: Sequence[PlainRun | Run], origin: tuple[float, float], says: tuple[str, str, str]
    ) -> None:
        """Paints left-to-right runs; ``says``: their text, what poppler is told of it, and pdfium; or ""."""
        text, poppler, pdfium = says
        opening, closing = marks(text, poppler) if text else ("", "")
        if opening:
            stream.stream.append(opening)
        alone = len(runs) == 1 and isinstance(runs[0], PlainRun)
        for run in runs:
            if pdfium:
                stream.stream.append(f"/NonStruct <</ActualText {actual_text(pdfium if alone else NOTHING)}>> BDC")
            stream.set_font_size(run.font.hash, run.size)
            codes = self.codes[run.font.hash]
            if isinstance(run, PlainRun):
                paint_plain(stream, codes, run, origin)
            else:
                paint_run(stream, codes, run, origin, self._blanks, spans=not opening)
        if pdfium and not alone:
            self._hints.end(stream, widest(runs), (origin[0] + ends_of(runs)[1], origin[1]), pdfium)
        if pdfium:  # all of them here: see ``sequences.py``
            stream.stream.append("\n".join(["EMC"] * len(runs)))
        if closing:
            stream.stream.append(closing)

    def _paint_pictures(self, stream: Any, line: Line) -> None:
        for picture in line.pictures:
            stream.set_color(picture.color)
            stream.stream.append("ET\nBT")
            stream._current_font = None
            stream.set_font_size(picture.run.font.hash, picture.run.size)
            code = self.codes[picture.run.font.hash].hex(ink(picture.run), SILENT)
            y = picture.origin[1]
            places = place_at(line.left - _ASIDE, y - OFF * picture.run.size), place_at(line.right + _ASIDE, y)
            before, behind = (f"3 Tr {NARROW} Tz\n{place}\n<{code}> Tj\n100 Tz 0 Tr" for place in places)
            paint_picture(stream, before, picture.operators, behind)
        line.pictures.clear()

    def _paint_gap(self, stream: Any, run: PlainRun | Run, origin: tuple[float, float], edge: float, gap: str) -> None:
        """The space at which the line was broken: unseen, but words of two lines must not run together."""
        number = self._blanks.of(stream, run)
        stream.set_font_size(run.font.hash, run.size)
        stream.stream.append(
            f"{place_at(origin[0] + edge, origin[1])}\n<{self.codes[run.font.hash].code(number, gap):04x}> Tj"
        )


def _edge(painted: Any, run: PlainRun | Run, *, at_start: bool) -> float:
    """Where the text of a line starts or ends, in px from its left end: as the run there is read."""
    if run.backwards != at_start:
        return 0.0
    extents = ffi.new("PangoRectangle *")
    pango.pango_layout_line_get_extents(painted, ffi.NULL, extents)
    width: float = extents.width * FROM_UNITS
    return width
