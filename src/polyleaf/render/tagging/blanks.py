"""Glyphs that paint nothing: something to hang a text on that must not be seen."""

from __future__ import annotations

from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, harfbuzz, pango

from polyleaf.render.tagging.roles import TaggingError
from polyleaf.render.tagging.runs import PlainRun, Run

ffi.cdef("int hb_font_get_nominal_glyph(hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph);")

_CANDIDATES = " \u00a0"


class Blanks:
    """The blank glyph of each font of a document."""

    def __init__(self) -> None:
        self._found: dict[str, int] = {}

    def of(self, stream: Any, run: PlainRun | Run) -> int:
        """The first of the candidates that the run's font has and leaves blank; its width becomes known to the font.

        Raises:
            TaggingError: There is none.
        """
        if run.font.hash not in self._found:
            self._found[run.font.hash] = self._find(stream, run)
        return self._found[run.font.hash]

    @staticmethod
    def _find(stream: Any, run: PlainRun | Run) -> int:
        found = ffi.new("hb_codepoint_t *")
        for letter in _CANDIDATES:
            if harfbuzz.hb_font_get_nominal_glyph(run.font.hb_font, ord(letter), found):
                number = int(found[0])
                pango.pango_font_get_glyph_extents(run.pango_font, number, stream.ink_rect, stream.logical_rect)
                if stream.ink_rect.width == 0:
                    width = round(stream.logical_rect.width * 1000 * FROM_UNITS / run.size)
                    run.font.widths.setdefault(number, width)
                    return number
        raise TaggingError(f"the font {run.font.family} has no blank glyph", "Choose another font in the templates.")
