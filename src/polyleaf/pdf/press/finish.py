"""Makes a finished accessible PDF into PDF/X-4 (ISO 15930-7). Nothing is laid out again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from polyleaf.model.pdf_facts import Rect
from polyleaf.model.press_file import MM
from polyleaf.pdf.objects import child, inherited, rect
from polyleaf.pdf.press.identity import describe
from polyleaf.pdf.press.order import Finished, PressOrder
from polyleaf.pdf.press.palette import PressPalette
from polyleaf.pdf.press.refusal import PressRefusal
from polyleaf.pdf.press.repaint import repaint
from polyleaf.pdf.press.resources import Converter
from polyleaf.pdf.press.separation import separation
from polyleaf.pdf.press.sheet import Sheet
from polyleaf.pdf.press.slug import Slug, take_slug
from polyleaf.pdf.reader import opened, page_content

_KEPT_BY_ROOT = ("/Type", "/Pages", "/Lang")
_KEPT_BY_PAGES = ("/Type", "/Parent", "/Resources")
_EXACT = 0.1 * MM
"""How far the page may be from the ordered size."""

_VERSION = "1.6"
"""Of PDF, as ISO 15930-7 asks for."""


def finish(accessible: Path, order: PressOrder, strip: Path, target: Path) -> Finished:
    """Write the press file of an accessible one.

    Tags, links, bookmarks and everything else that paper cannot show are left behind: the accessible file has them.

    Args:
        accessible: The finished file; pages as large as the trim.
        order: How to print it.
        strip: The slug line, as the render room sets it.
        target: File to write.

    Raises:
        PressRefusal: It holds something that cannot be printed in inks, or has another size than ordered.
        UnreadablePdf: It cannot be read.
        UsageError: The profile has changed or is gone.
        OSError: The file cannot be written.
    """
    source = accessible.read_bytes()
    palette = PressPalette(separation(order.profile), order.colours, black_only=order.black_only)
    with opened(accessible, accessible.name) as pdf, opened(strip, "the slug line") as slug_pdf:
        sheet = Sheet(order.width * MM, order.height * MM, order.bleed * MM)
        converter = Converter(pdf, palette)
        contents = list(_contents(pdf, order, palette))
        for page in pdf.pages:
            converter.resources(inherited(page.obj, "/Resources"))
        converter.finish()
        marks = _marks(pdf, sheet, colour=palette.uses_colour)
        slug = take_slug(slug_pdf, pdf, palette)
        for number, (page, content) in enumerate(zip(pdf.pages, contents, strict=True), 1):
            _rebuild(pdf, page, content, sheet, transparent=converter.transparent)
            _dress(page, sheet, marks, slug.line, slug.resource)
            page.obj.Contents = pikepdf.Stream(pdf, _dressed(content, sheet, slug, number, len(contents)))
        _strip_document(pdf, order)
        describe(pdf, order, source)
        pdf.remove_unreferenced_resources() if False else None
        pdf.save(
            target,
            force_version=_VERSION,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
    return Finished(len(contents), palette.replaced())
