"""The fonts of one document, given back when it is done with.

A font map of Pango (1.50) keeps the list of the system's fonts for ever: 0.26 MB for each file that is made. Told
before its end that it has no list, it lets go of it.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text.ffi import ffi, gobject, pangoft2
from weasyprint.text.fonts import FontConfiguration


class DocumentFonts(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no types
    """WeasyPrint's fonts of a document."""

    font_map: Any

    def __init__(self) -> None:
        super().__init__()
        made: Any = self.font_map
        ffi.gc(made, None)
        self.font_map = ffi.gc(made, _let_go)


def _let_go(font_map: Any) -> None:  # noqa: ANN401 - a pointer
    pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", font_map), ffi.NULL)
    gobject.g_object_unref(font_map)
