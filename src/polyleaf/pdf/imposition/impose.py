"""Puts the pages of a PDF on sheets. Nothing is drawn again: every page is a form, placed as it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from polyleaf import __version__
from polyleaf.files import write_atomic
from polyleaf.model.press_file import MM
from polyleaf.pdf.imposition.folding import crossings, reading_order
from polyleaf.pdf.imposition.layout import Cell, Layout, lay_out
from polyleaf.pdf.imposition.order import Imposed, ImposeOrder
from polyleaf.pdf.imposition.schemes import PANELS, Page, Scheme, SheetPages, sheets_of
from polyleaf.pdf.imposition.source import NotImposable, SourcePage, annotations_of, binding_of, source_pages
from polyleaf.pdf.objects import child, words
from polyleaf.pdf.reader import opened

_MOST_STAPLED = 48
"""Pages that are usually stapled through the fold (printers' advice, standards 3.4)."""

_QUIET = 5.0
"""mm at the edge that printers want empty; pages that creep further lose words."""


def impose(source: Path, shown_as: str, order: ImposeOrder, target: Path) -> Imposed:
    """Write the sheets of a file.

    Tags, links and bookmarks are left behind: a sheet is not read in the order of its pages.

    Args:
        source: The file.
        shown_as: What to call it in errors.
        order: How to put pages on sheets.
        target: File to write, whole or not at all.

    Raises:
        NotImposable: The file is a form, signed, locked, or has pages of several sizes, or too many.
        UnreadablePdf: It cannot be read.
        UsageError: The pages do not fit on the sheet.
        MachineError: The sheets cannot be written.
    """
    with opened(source, shown_as) as pdf:
        pages = _pages(pdf, shown_as, order.scheme)
        found, why = binding_of(pdf)
        binding = order.binding or found
        bleed = min(page.bleed for page in pages)
        layout = lay_out(order.scheme, order.sheet, binding, pages[0].size, bleed, marks_inside=order.marks_inside)
        sheets = sheets_of(order.scheme, len(pages), binding)
        _prove(order, layout, sheets, len(pages))
        creep = order.thickness * (len(sheets) - 1) if order.scheme is Scheme.BOOKLET else 0.0
        result = Imposed(
            sheets,
            layout,
            len(pages),
            f"you asked for it; by itself it would be {found}, since {why}" if order.binding else why,
            creep,
            tuple(_notes(order, layout, len(pages), creep, annotations_of(pdf))),
        )
        data = _written(pdf, pages, order, result)
    write_atomic(target, data)
    return result


def _pages(pdf: pikepdf.Pdf, shown_as: str, scheme: Scheme) -> tuple[SourcePage, ...]:
    try:
        pages = source_pages(pdf)
    except NotImposable as error:
        raise NotImposable(f"{shown_as} cannot be imposed: {error.message}", error.hint) from error
    if scheme in (Scheme.TRIFOLD, Scheme.ZFOLD) and len(pages) > PANELS:
        raise NotImposable(
            f"{shown_as} cannot be imposed: it has {len(pages)} pages, and a sheet in three panels holds {PANELS}",
            "Shorten it, choose smaller type or larger paper, or fold it once: booklet.",
        )
    return pages


def _prove(order: ImposeOrder, layout: Layout, sheets: tuple[SheetPages, ...], pages: int) -> None:
    """Fold the sheets in thought: what a reader finds must be every page in its order, with its own back."""
    order_found = reading_order(order.scheme, sheets, layout.binding)
    back_to_back = all(
        front is None or back is None or abs(front - back) == 1 or order.scheme in (Scheme.TRIFOLD, Scheme.ZFOLD)
        for front, back in crossings(order.scheme, sheets)
    )
    if [page for page in order_found if page is not None] != list(range(1, pages + 1)) or not back_to_back:
        raise AssertionError(order)  # a fault of ours: better none than a wrong booklet


def _notes(order: ImposeOrder, layout: Layout, pages: int, creep: float, annotations: int) -> Iterator[str]:
    if not layout.has_marks:
        yield f"{order.sheet} has no room for marks around the pages; SRA3 may have"
    if annotations:
        yield f"{annotations} notes or stamps on the pages are not printed"
    if order.scheme is Scheme.BOOKLET and pages > _MOST_STAPLED:
        yield f"{pages} pages are many to staple; ask the print shop"
    if creep > _QUIET:
        yield f"the innermost pages move by {creep:.1f} mm: look whether words are cut off at the fold"


def _written(pdf: pikepdf.Pdf, pages: tuple[SourcePage, ...], order: ImposeOrder, result: Imposed) -> bytes:
    done = pikepdf.Pdf.new()
    forms = [done.copy_foreign(page.form) for page in pages]
    for number, sheet in enumerate(result.sheets):
        shift = order.thickness * MM * number if order.scheme is Scheme.BOOKLET else 0.0
        for front, cells in ((True, sheet.front), (False, sheet.back)):
            _add_side(done, forms, cells, result.layout, front=front, shift=shift)
    _describe(done, pdf, result)
    with done.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(name, place) for place, name in enumerate(result.sides))
    written = io.BytesIO()
    done.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _add_side(
    done: pikepdf.Pdf,
    forms: list[pikepdf.Object],
    pages: tuple[Page, ...],
    layout: Layout,
    *,
    front: bool,
    shift: float,
) -> None:
    content: list[str] = []
    drawn = pikepdf.Dictionary()
    for page, cell in zip(pages, layout.cells(front=front, shift=shift), strict=True):
        if page is not None:
            drawn[f"/P{page}"] = forms[page - 1]
            content.append(_placed(page, cell))
    content.append(_marks(layout, front=front))  # over the pages: some have a ground that reaches to their edges
    left, bottom, right, top = block = layout.block
    bleed = layout.bleed
    side = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=_array((0.0, 0.0, *layout.sheet)),
        CropBox=_array((0.0, 0.0, *layout.sheet)),
        BleedBox=_array((left - bleed, bottom - bleed, right + bleed, top + bleed)),
        TrimBox=_array(block),
        Resources=pikepdf.Dictionary(XObject=drawn),
        Contents=pikepdf.Stream(done, "\n".join(content).encode("ascii")),
    )
    if any("/Group" in forms[page - 1] for page in pages if page is not None):
        group = next(forms[page - 1].Group for page in pages if page is not None and "/Group" in forms[page - 1])
        side.Group = group
    done.pages.append(pikepdf.Page(done.make_indirect(side)))


def _placed(page: int, cell: Cell) -> str:
    left, bottom, right, top = cell.window
    return (
        f"q {left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f} re W n "
        f"1 0 0 1 {cell.x:.4f} {cell.y:.4f} cm /P{page} Do Q"
    )


def _marks(layout: Layout, *, front: bool) -> str:
    lines = [
        f"[{'2 2' if fold else ''}] 0 d {x0:.4f} {y0:.4f} m {x1:.4f} {y1:.4f} l S"
        for (x0, y0, x1, y1), fold in layout.marks(front=front)
    ]
    return "\n".join(("q 0 0 0 1 K 0.25 w", *lines, "Q"))


def _describe(done: pikepdf.Pdf, source: pikepdf.Pdf, result: Imposed) -> None:
    """Carry over what holds for the sheets too: title, dates, output intent; tell the printer how to turn them."""
    info = source.docinfo if "/Info" in source.trailer else pikepdf.Dictionary()
    kept = pikepdf.Dictionary(Creator=f"polyleaf {__version__}")
    for key in ("/Title", "/Author", "/CreationDate", "/ModDate"):
        if words(child(info, key)):
            kept[key] = words(child(info, key))
    if words(child(info, "/Title")):
        kept.Title = f"{words(info.Title)} ({result.layout.scheme})"
    done.trailer["/Info"] = done.make_indirect(kept)
    intents = child(source.Root, "/OutputIntents")
    if isinstance(intents, pikepdf.Array):
        held = source.make_indirect(pikepdf.Dictionary(Kept=intents))
        done.Root.OutputIntents = done.copy_foreign(held).Kept
    flip = pikepdf.Name.DuplexFlipShortEdge if result.layout.lies else pikepdf.Name.DuplexFlipLongEdge
    done.Root.ViewerPreferences = pikepdf.Dictionary(Duplex=flip, PrintScaling=pikepdf.Name("/None"))


def _array(numbers: tuple[float, ...]) -> pikepdf.Array:
    return pikepdf.Array([round(number, 4) for number in numbers])
