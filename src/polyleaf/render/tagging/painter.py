"""Paints one line of text so that it reads back letter for letter; stands in for WeasyPrint's ``draw_first_line``.

Left to right, glyphs are painted in one piece as usual, each with a code of its own text (``straight.py``). Right to
left, every letter is painted by itself, from right to left (``letters.py``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from weasyprint.draw import text as draw_text_module
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from polyleaf.render.tagging.blanks import Blanks
from polyleaf.render.tagging.codes import FontCodes
from polyleaf.render.tagging.letters import paint_layers, paint_letters, paint_picture
from polyleaf.render.tagging.runs import PlainRun, Run, read_runs
from polyleaf.render.tagging.straight import paint_plain, paint_run
from polyleaf.render.tagging.words import place_at

_original = draw_text_module.draw_first_line
_Runs = Sequence[PlainRun | Run]
_SOFT_HYPHEN = "\u00ad"


class Painter:
    """Paints the lines of one document.

    Attributes:
        codes: The codes of each font, by WeasyPrint's name for the font.
    """

    def __init__(self) -> None:
        self.codes: dict[str, FontCodes] = defaultdict(FontCodes)
        self._blanks = Blanks()

    def paint(self, stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        """WeasyPrint's function of this signature."""
        layout = textbox.pango_layout
        if not textbox.text or textbox.style["font_size"] < 1e-6:  # noqa: PLR2004 - pydyf's precision
            return []
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        first_line, _ = layout.get_first_line()
        runs: _Runs | None = None
        if text_overflow != "ellipsis" and block_ellipsis == "none":
            runs = read_runs(stream, first_line, layout.text, textbox.style["font_size"])
        if runs is None:
            return _original(stream, textbox, text_overflow, block_ellipsis, matrix)
        if added := getattr(layout, "added", 0):
            runs = _silenced(runs, added)
        origin = matrix.values[4], matrix.values[5]
        if getattr(layout, "lead", False):
            self._paint_gap(stream, runs[0], origin, _edge(first_line, runs[0], at_start=True), " ")
        pictures = self._paint_runs(stream, runs, origin)
        for run, picture in pictures:
            stream.set_font_size(run.font.hash, run.size)
            paint_picture(stream, picture)
        if gap := getattr(layout, "gap", ""):
            self._paint_gap(stream, runs[-1], origin, _edge(first_line, runs[-1], at_start=False), gap)
        return []

    def _paint_runs(self, stream: Any, runs: _Runs, origin: tuple[float, float]) -> list[tuple[Run, list[str]]]:
        """Paints all that is read; gives back what is only seen."""
        pictures: list[tuple[Run, list[str]]] = []
        for run in runs:
            codes = self.codes[run.font.hash]
            stream.set_font_size(run.font.hash, run.size)
            if isinstance(run, PlainRun):
                paint_plain(stream, codes, run, origin)
            elif not run.backwards:
                paint_run(stream, codes, run, origin, self._blanks)
            elif run.tangled:
                paint_layers(stream, codes, run, origin)
            elif picture := paint_letters(stream, codes, run, origin):
                pictures.append((run, picture))
        return pictures

    def _paint_gap(self, stream: Any, run: PlainRun | Run, origin: tuple[float, float], edge: float, gap: str) -> None:
        """The space at which the line was broken: unseen, but words of two lines must not run together."""
        number = self._blanks.of(stream, run)
        stream.set_font_size(run.font.hash, run.size)
        stream.stream.append(
            f"{place_at(origin[0] + edge, origin[1])}\n<{self.codes[run.font.hash].code(number, gap):04x}> Tj"
        )


def _edge(first_line: Any, run: PlainRun | Run, *, at_start: bool) -> float:
    """Where the text of a line starts or ends, in px from its left end: as the run there is read."""
    if run.backwards != at_start:
        return 0.0
    extents = ffi.new("PangoRectangle *")
    pango.pango_layout_line_get_extents(first_line, ffi.NULL, extents)
    width: float = extents.width * FROM_UNITS
    return width


def _silenced(runs: _Runs, added: int) -> _Runs:
    """The runs of a line whose last letters are a hyphen of the line-breaker: they are read as a soft hyphen."""
    *before, last = runs
    if isinstance(last, PlainRun):
        return (*before, replace(last, letters=last.letters[:-added] + _SOFT_HYPHEN * added))
    *clusters, (_, glyphs) = last.clusters
    return (*before, replace(last, clusters=(*clusters, (_SOFT_HYPHEN, glyphs))))
