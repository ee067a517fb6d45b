"""The places where our tagging takes over from WeasyPrint 70.0, and the check that they are still there.

- ``weasyprint.draw.draw_stacking_context`` paints boxes in layers: ``paint_order.py``.
- ``weasyprint.draw.draw_inline_level`` and ``weasyprint.draw.text.draw_first_line`` paint a line and its texts:
  ``painter.py``.
- ``weasyprint.pdf.build_fonts_dictionary`` writes fonts: further codes are added to what it wrote:
  ``fonts.py``.
- ``weasyprint.pdf.add_tags`` writes the tag tree after painting, when boxes, marked content and page streams are
  all in hand: ``builder.py`` and ``writer.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.draw
import weasyprint.draw.text
import weasyprint.pdf
import weasyprint.svg.text

from polyleaf.render.insides import Seams, check_seams
from polyleaf.render.tagging.builder import TreeBuilder
from polyleaf.render.tagging.fields import FIELDS
from polyleaf.render.tagging.fonts import write_fonts
from polyleaf.render.tagging.links import name_links
from polyleaf.render.tagging.painter import Painter
from polyleaf.render.tagging.roles import TaggingError
from polyleaf.render.tagging.widgets import add_widgets
from polyleaf.render.tagging.writer import TreeWriter

SEAMS: Seams = {
    "weasyprint.draw.draw_stacking_context": ("stream", "stacking_context"),
    "weasyprint.draw.draw_inline_level": ("stream", "page", "box", "offset_x", "text_overflow", "block_ellipsis"),
    "weasyprint.draw.text.draw_first_line": ("stream", "textbox", "text_overflow", "block_ellipsis", "matrix"),
    "weasyprint.pdf.build_fonts_dictionary": ("pdf", "fonts", "compress", "subset", "options"),
    "weasyprint.pdf.add_tags": ("pdf", "document", "pdf_version", "page_streams"),
}
"""Functions we stand in for."""


@contextmanager
def exact_tags() -> Iterator[None]:
    """While it is open, WeasyPrint writes documents with our text and our tag tree."""
    check_seams(SEAMS)
    painter = Painter()
    build_fonts = weasyprint.pdf.build_fonts_dictionary
    draw_inline_level = weasyprint.draw.draw_inline_level
    draw_stacking_context = weasyprint.draw.draw_stacking_context
    kept = weasyprint.draw.text.draw_first_line, build_fonts, weasyprint.pdf.add_tags

    def draw_layer(stream: Any, stacking_context: Any) -> None:
        if stacking_context.box.is_for_root_element:
            painter.begin_page(stacking_context)
        with painter.order.painting(stacking_context):
            draw_stacking_context(stream, stacking_context)

    def draw_line(stream: Any, page: Any, box: Any, *others: Any) -> None:
        painter.paint_line(draw_inline_level, stream, page, box, *others)

    def fonts_dictionary(pdf: Any, fonts: Any, compress: Any, subset: Any, options: Any) -> Any:
        return write_fonts(painter.codes, build_fonts, (pdf, fonts, compress, subset, options))

    def add_tags(pdf: Any, document: Any, pdf_version: Any, page_streams: Any) -> None:
        _add_tags(pdf, document, str(pdf_version), page_streams)

    painter.order.draw = draw_layer
    weasyprint.draw.draw_stacking_context = draw_layer
    weasyprint.draw.draw_inline_level = draw_line
    weasyprint.draw.text.draw_first_line = painter.paint
    weasyprint.pdf.build_fonts_dictionary = fonts_dictionary
    weasyprint.pdf.add_tags = add_tags
    try:
        yield
    finally:
        weasyprint.draw.draw_stacking_context = draw_stacking_context
        weasyprint.draw.draw_inline_level = draw_inline_level
        weasyprint.draw.text.draw_first_line, weasyprint.pdf.build_fonts_dictionary, weasyprint.pdf.add_tags = kept


_WELL_TAGGED = b"""\
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfd="http://pdfa.org/declarations/"><pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
</rdf:li></rdf:Bag></pdfd:declarations></rdf:Description>"""
"""The PDF Declaration that a file follows "Well-Tagged PDF 1.0" for accessibility (rule 6.1.3-1)."""


def _add_tags(pdf: Any, document: Any, version: str, streams: Any) -> None:
    root = document._html.etree_element
    pages = [page._page_box for page in document.pages]
    painted = [stream._tags for stream in streams]
    tree = TreeBuilder(root, pages, painted, modern=version >= "2.0").build()
    name_links(tree.root)
    if root.get(FIELDS):
        add_widgets(pdf, tree, pages)
    TreeWriter(pdf, tree, streams, version).write()
    if version >= "2.0":
        _declare(document.metadata)
    # No /Direction: pdfium, the reader in Chrome, turns every line round when it says /R2L, telephone numbers too.
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])})
    if not root.get("lang"):
        raise TaggingError("the page has no language", "Set lang on <html> in the template.")


def _declare(metadata: Any) -> None:
    """Adds the declaration to the one RDF of the metadata packet: readers look at no second."""
    generate = metadata.generate_rdf_metadata

    def with_declaration(*arguments: Any) -> bytes:
        rdf: bytes = generate(*arguments)
        head, end, tail = rdf.rpartition(b"</")
        return head + _WELL_TAGGED + end + tail

    metadata.generate_rdf_metadata = with_declaration
