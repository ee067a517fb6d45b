"""The file that is imposed: its pages as they are cut, the edge it is bound at, what forbids imposing it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

import pikepdf

from polyleaf.errors import ExitCode, PolyleafError
from polyleaf.locales.direction import is_right_to_left
from polyleaf.model.pdf_facts import Rect
from polyleaf.model.press_file import MM
from polyleaf.pdf.damage import damage, has_content, page_count
from polyleaf.pdf.imposition.schemes import Binding
from polyleaf.pdf.limits import LINKS, PAGES
from polyleaf.pdf.matrix import Matrix, bounds
from polyleaf.pdf.objects import child, inherited, items, name, number, rect, words
from polyleaf.pdf.reader import page_content

_SAME = 0.1 * MM


class NotImposable(PolyleafError):  # noqa: N818 - it names the file's state, as a finding would
    """A file whose pages must not, or cannot, be put on sheets."""

    exit_code = ExitCode.FINDINGS


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page to be placed.

    Attributes:
        form: Its content as a form in the source file.
        upright: From its own space to one where its trim begins at the origin and it stands upright.
        size: Width and height of the trim, upright.
        bleed: By how much it may paint over all its edges.
    """

    form: pikepdf.Object
    upright: Matrix
    size: tuple[float, float]
    bleed: float


def source_pages(pdf: pikepdf.Pdf) -> tuple[SourcePage, ...]:
    """The pages of a file; all of one size.

    Raises:
        NotImposable: It is damaged, encrypted, signed, a form, has hidden layers, or pages of different sizes.
        UnreadablePdf: The content of a page cannot be read.
    """
    _refuse_damaged(pdf)
    _refuse_bound(pdf)
    pages = tuple(_page(pdf, page.obj, number_) for number_, page in enumerate(pdf.pages, 1))
    first = pages[0].size
    for number_, page in enumerate(pages, 1):
        if abs(page.size[0] - first[0]) > _SAME or abs(page.size[1] - first[1]) > _SAME:
            raise NotImposable(
                f"page {number_} is {_shown(page.size)}, page 1 is {_shown(first)}",
                "Give all pages one size, then impose again.",
            )
    return pages


def binding_of(pdf: pikepdf.Pdf) -> tuple[Binding, str]:
    """The edge a file is bound at, and why: by its reading direction, else by its language."""
    direction = name(child(child(pdf.Root, "/ViewerPreferences"), "/Direction"))
    if direction in ("R2L", "L2R"):
        edge = Binding.RIGHT if direction == "R2L" else Binding.LEFT
        return edge, f"the file says that it is read from the {edge}"
    tag = words(child(pdf.Root, "/Lang"))
    if tag and is_right_to_left(tag):
        return Binding.RIGHT, f"its language ({tag[:20]}) is read from the right"
    return (
        Binding.LEFT,
        f"its language ({tag[:20]}) is read from the left" if tag else "nothing else is said in the file",
    )


def annotations_of(pdf: pikepdf.Pdf) -> int:
    """How many annotations other than links its pages have: they are not printed."""
    return sum(
        name(child(annotation, "/Subtype")) not in ("Link", "Popup")
        for page in pdf.pages
        for annotation in islice(items(child(page.obj, "/Annots")), LINKS)
    )


def _refuse_damaged(pdf: pikepdf.Pdf) -> None:
    """A booklet without the page that could not be read looks whole."""
    counted = page_count(pdf)
    found = len(pdf.pages)
    if faults := damage(pdf):
        raise NotImposable(f"it is damaged: {faults[0]}", "Export it again, or have it sent again.")
    if counted != found:
        says = "does not say how many pages it has" if counted is None else f"says that it has {counted} pages"
        raise NotImposable(f"it {says}, and {found} can be found", "Export it again and count the pages.")
    for number_, page in enumerate(pdf.pages, 1):
        if not has_content(page.obj):
            raise NotImposable(f"it is damaged: the content of page {number_} is not in it", "Export it again.")


def _refuse_bound(pdf: pikepdf.Pdf) -> None:
    form, count = child(pdf.Root, "/AcroForm"), len(pdf.pages)
    if pdf.is_encrypted:
        raise NotImposable("it is locked against changes", "Ask whoever made it for a copy without a lock.")
    if int(number(child(form, "/SigFlags"))) or child(child(pdf.Root, "/Perms"), "/DocMDP") is not None:
        raise NotImposable(
            "it is signed, and imposing it would break the signature", "Impose the file before it is signed."
        )
    if next(items(child(form, "/Fields")), None) is not None or child(form, "/XFA") is not None:
        raise NotImposable(
            "it is a form, and what is filled in would be lost", "Print it to a new PDF first, then impose that."
        )
    layers = child(child(pdf.Root, "/OCProperties"), "/D")
    if next(items(child(layers, "/OFF")), None) is not None:
        raise NotImposable("it has hidden layers, which would show", "Print it to a new PDF first, then impose that.")
    if not 0 < count <= PAGES:
        raise NotImposable(f"it has {count} pages" + (f", more than {PAGES}" if count else ""))


def _page(pdf: pikepdf.Pdf, page: Any, number_: int) -> SourcePage:  # noqa: ANN401 - a PDF object
    media = rect(inherited(page, "/MediaBox"))
    trim = rect(child(page, "/TrimBox")) or rect(inherited(page, "/CropBox")) or media
    if media is None or trim is None or trim[2] - trim[0] <= 1 or trim[3] - trim[1] <= 1:
        raise NotImposable(f"page {number_} has no size", "Export it again from the program it comes from.")
    bleed_box = rect(child(page, "/BleedBox")) or trim
    over = (trim[0] - bleed_box[0], trim[1] - bleed_box[1], bleed_box[2] - trim[2], bleed_box[3] - trim[3])
    unit = number(child(page, "/UserUnit"), 1.0)
    upright = _upright(trim, int(number(inherited(page, "/Rotate"))) % 360, unit if unit > 0 else 1.0)
    left, bottom, right, top = bounds(upright, *trim)
    form = pikepdf.Stream(pdf, page_content(page, number_))
    form.update(
        pikepdf.Dictionary(
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array(media),
            Matrix=pikepdf.Array([round(part, 6) for part in upright]),
        )
    )
    resources, group = inherited(page, "/Resources"), child(page, "/Group")
    form.Resources = resources if isinstance(resources, pikepdf.Dictionary) else pikepdf.Dictionary()
    if isinstance(group, pikepdf.Dictionary):
        form.Group = group
    return SourcePage(pdf.make_indirect(form), upright, (right - left, top - bottom), max(0.0, min(over)) * unit)


def _upright(trim: Rect, rotate: int, unit: float) -> Matrix:
    """The trim to the origin, turned clockwise by ``rotate`` degrees (ISO 32000-1, table 30)."""
    left, bottom, right, top = trim
    a, b, c, d, e, f = {
        90: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        180: (-1.0, 0.0, 0.0, -1.0, right, top),
        270: (0.0, 1.0, -1.0, 0.0, top, -left),
    }.get(rotate, (1.0, 0.0, 0.0, 1.0, -left, -bottom))
    return (a * unit, b * unit, c * unit, d * unit, e * unit, f * unit)


def _shown(size: tuple[float, float]) -> str:
    return f"{size[0] / MM:.0f} by {size[1] / MM:.0f} mm"
