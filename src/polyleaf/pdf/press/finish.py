"""Makes a finished accessible PDF into PDF/X-4 (ISO 15930-7). Nothing is laid out again."""

from __future__ import annotations

import io
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
    palette = PressPalette(separation(order.profile), order.colours, black_only=order.black_only)
    with opened(accessible, accessible.name) as pdf, opened(strip, "the slug line") as slug:
        source = accessible.read_bytes()
        pages = _Pages(pdf, order, palette)
        pages.dress(take_slug(slug, pdf, palette))
        _undress(pdf, order)
        describe(pdf, order, source)
        written = io.BytesIO()
        pdf.save(
            written,
            force_version=_VERSION,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    target.write_bytes(written.getvalue())
    return Finished(pages.count, palette.replaced())


class _Pages:
    """The pages of the file, their content and resources in inks."""

    def __init__(self, pdf: pikepdf.Pdf, order: PressOrder, palette: PressPalette) -> None:
        self._pdf = pdf
        self._sheet = Sheet(order.width * MM, order.height * MM, order.bleed * MM)
        converter = Converter(pdf, palette)
        self._contents = [
            repaint(page_content(page.obj, number), inherited(page.obj, "/Resources"), palette, page=True)
            for number, page in enumerate(pdf.pages, 1)
        ]
        for number, page in enumerate(pdf.pages, 1):
            _check_size(page.obj, number, order)
            converter.resources(inherited(page.obj, "/Resources"))
        converter.finish()
        self._transparent = converter.transparent
        self._states = converter.overprint_states
        self._colour = palette.uses_colour

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._contents)

    def dress(self, slug: Slug) -> None:
        """Put each page on its sheet, with marks and slug line."""
        sheet = self._sheet
        whole = (-sheet.bleed, -sheet.bleed, sheet.width + sheet.bleed, sheet.height + sheet.bleed)
        marks = self._form(sheet.marks(colour=self._colour), sheet.media, pikepdf.Dictionary())
        for number, (page, content) in enumerate(zip(self._pdf.pages, self._contents, strict=True), 1):
            # A form, not plain content: patterns stand where the content they belong to stands (ISO 32000-1, 8.7.2).
            own = self._form(content, whole, inherited(page.obj, "/Resources") or pikepdf.Dictionary())
            fresh = pikepdf.Dictionary(
                Type=pikepdf.Name.Page,
                Parent=page.obj.Parent,
                MediaBox=_box(sheet.media),
                CropBox=_box(sheet.media),
                BleedBox=_box(sheet.bleed_box),
                TrimBox=_box(sheet.trim),
                Resources=pikepdf.Dictionary(
                    XObject=pikepdf.Dictionary(Page=own, Marks=marks, Line=slug.line),
                    Font=pikepdf.Dictionary(Number=slug.font_resource),
                    ExtGState=self._states,
                ),
                Contents=pikepdf.Stream(self._pdf, self._placed(slug, number)),
            )
            if self._transparent:
                fresh.Group = pikepdf.Dictionary(
                    Type=pikepdf.Name.Group, S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK
                )
            for key in list(page.obj.keys()):
                del page.obj[key]
            page.obj.update(fresh)

    def _placed(self, slug: Slug, number: int) -> bytes:
        """The page, cut at the bleed by its form's box, and what stands around it."""
        sheet = self._sheet
        foot, base = sheet.slug
        return b"\n".join(
            (
                f"q 1 0 0 1 {sheet.margin:.6f} {sheet.margin:.6f} cm /Page Do Q".encode(),
                b"/Marks Do",
                f"q 1 0 0 1 {foot:.4f} {base:.4f} cm /Line Do Q".encode(),
                slug.numbered(number, self.count, sheet.trim[2], base),
            )
        )

    def _form(self, content: bytes, box: Rect, resources: pikepdf.Object) -> pikepdf.Object:
        form = pikepdf.Stream(self._pdf, content)
        form.update(
            pikepdf.Dictionary(
                Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=_box(box), Resources=resources
            )
        )
        return self._pdf.make_indirect(form)


def _check_size(page: Any, number: int, order: PressOrder) -> None:  # noqa: ANN401 - a PDF object
    box = rect(child(page, "/TrimBox")) or rect(inherited(page, "/MediaBox")) or (0.0, 0.0, 0.0, 0.0)
    width, height = box[2] - box[0], box[3] - box[1]
    if abs(width - order.width * MM) > _EXACT or abs(height - order.height * MM) > _EXACT or box[0] or box[1]:
        raise PressRefusal(
            f"page {number} is {width / MM:.1f} by {height / MM:.1f} mm; "
            f"{order.width:g} by {order.height:g} mm were ordered",
            "Let the style sheets take the page size from the edition.",
        )


def _undress(pdf: pikepdf.Pdf, order: PressOrder) -> None:
    """Leave behind what is not for paper: tags, bookmarks, actions, forms, attachments."""
    for key in list(pdf.Root.keys()):
        if key not in _KEPT_BY_ROOT:
            del pdf.Root[key]
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True, Direction=pikepdf.Name.R2L if order.right_to_left else pikepdf.Name.L2R
    )


def _box(box: Rect) -> pikepdf.Array:
    return pikepdf.Array([round(side, 6) for side in box])
