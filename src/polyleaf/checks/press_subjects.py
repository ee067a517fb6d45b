"""Press files as the checks read them: places, and what is painted on the page itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polyleaf.model.finding import Fault, Location
from polyleaf.model.inks import CmykInks
from polyleaf.model.pdf_facts import Rect, overlaps
from polyleaf.model.press_facts import Construct, PressPage
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import ImagePaint, PathPaint, TextPaint
from polyleaf.model.wording import count, listed, quote

_LETTERS = 30
_RIM = 0.05
"""pt: marks may end where the page's own area begins."""


def place(subject: PressFile, page: int | None = None, area: Rect | None = None) -> Location:
    """A spot on a page of the file, or the page, or the file."""
    return Location(subject.facts.path, page=page, locale=subject.locale or None, area=area)


def page_texts(page: PressPage) -> Iterator[TextPaint]:
    """Text on the page; not in the marks and the slug line around it."""
    return (text for text in page.texts if text.text.strip() or not text.text if overlaps(text.box, page.printed))


def page_paths(page: PressPage) -> Iterator[PathPaint]:
    """Shapes and lines on the page; not the marks around it."""
    left, bottom, right, top = page.printed
    for path in page.paths:
        x0, y0, x1, y1 = path.box
        if x0 <= right - _RIM and left + _RIM <= x1 and y0 <= top - _RIM and bottom + _RIM <= y1:
            yield path


def advice(subject: PressFile, ours: str, theirs: str) -> str:
    """What to do about one of our own leaflets, and about a file from elsewhere, which has neither Markdown nor CSS."""
    return ours if subject.leaflet else theirs


def text_faults(subject: PressFile, is_bad: Callable[[TextPaint], bool], what: str, hint: str) -> Iterator[Fault]:
    """One fault for each page with texts that are bad; the first of them is quoted, and where it stands."""
    for page in subject.facts.pages:
        bad = [text for text in page_texts(page) if is_bad(text)]
        if bad:
            first = bad[0]
            more = f", and {count(len(bad) - 1, 'more place')}" if len(bad) > 1 else ""
            words = quote(first.text, _LETTERS) if first.text.strip() else "Text"
            yield Fault(f"{words} ({first.size:.1f} pt{more}) {what}", place(subject, page.number, first.box), hint)


def pictures(page: PressPage, is_bad: Callable[[ImagePaint], bool]) -> Iterator[tuple[ImagePaint, str]]:
    """The pictures on the page that are bad, and what is said of them.

    Stencils of one resolution are one: letters made of pixels are.
    """
    alike: dict[object, list[ImagePaint]] = {}
    for number, image in enumerate(page.images):
        if overlaps(image.box, page.printed) and is_bad(image):
            alike.setdefault(("stencils", round(image.ppi)) if image.stencil else number, []).append(image)
    for first, *others in alike.values():
        more = f" (and {len(others)} more of the kind)" if others else ""
        yield first, f"A picture of {first.width} by {first.height} pixels{more} is printed at {first.ppi:.0f} ppi"


def held_faults(subject: PressFile, construct: Construct, what: str, hint: str) -> Iterator[Fault]:
    """One fault for each page that holds a construct; its names in the file are told, and where it is used first."""
    for page in subject.facts.pages:
        found = [one for one in page.held if one.construct is construct]
        if found:
            names = listed(quote(one.detail) for one in found if one.detail)
            told = f"{what}: {names}" if names else what
            yield Fault(told, place(subject, page.number, found[0].box), hint)


def as_cmyk(inks: CmykInks) -> str:
    """Inks as ``polyleaf.toml`` writes them: ``cmyk(100 75 0 18)``."""
    return f"cmyk({' '.join(f'{100 * ink:.0f}' for ink in inks)})"
