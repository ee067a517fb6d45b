"""The door to WeasyPrint: HTML in, one PDF file out, and everything the engine complained about."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from weakref import WeakKeyDictionary

import weasyprint

from polyleaf.errors import PolyleafError
from polyleaf.render import known_boxes, known_sheets, known_styles, line_ends, margins, pitches, quick
from polyleaf.render.breaks.planning import planned
from polyleaf.render.fetcher import Fetcher, Resource
from polyleaf.render.first_pages import first_pages
from polyleaf.render.font_maps import DocumentFonts
from polyleaf.render.insides import not_as_known
from polyleaf.render.kept_fonts import kept_fonts
from polyleaf.render.outline import Outline, counted_on, ends_of, numbers_of, order_of, shape_of, styles_of
from polyleaf.render.tagging.seam import exact_tags
from polyleaf.render.wide_tables import wide_tables

_LOGGER = logging.getLogger("weasyprint")

_TOLD = 4
"""Most elements, from the outside in, that a failure names."""

Narrowed = Callable[[frozenset[int]], str]
"""Gives a page with the tables of these numbers in another form."""


class Look(Protocol):
    """Somebody who looks on while a page is laid out."""

    def before(self, root: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
        """The page is read, and not yet laid out."""

    def after(self, pages: Sequence[Any]) -> None:
        """It is laid out on these pages."""


class RenderError(PolyleafError):
    """The engine could not make a PDF."""


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.complaints: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.complaints.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[_Collector]:
    collector = _Collector()
    before = _LOGGER.handlers[:], _LOGGER.propagate, _LOGGER.level
    _LOGGER.handlers, _LOGGER.propagate = [collector], False
    _LOGGER.setLevel(logging.WARNING)
    try:
        yield collector
    finally:
        _LOGGER.handlers, _LOGGER.propagate = before[:2]
        _LOGGER.setLevel(before[2])


class Written(NamedTuple):
    """What came of writing a file.

    Attributes:
        pages: Number of pages.
        complaints: What the engine complained about, each once, in order.
        outline: What the layout came to.
    """

    pages: int
    complaints: list[str]
    outline: Outline


def write_pdf(
    html: str,
    resource: Resource,
    target: Path,
    standard: str = "pdf/ua-1",
    narrowed: Narrowed | None = None,
    *,
    plan: bool = False,
    look: Look | None = None,
) -> Written:
    """Lays out ``html`` and writes an accessible PDF file.

    Args:
        html: A whole page with its style sheets inside.
        resource: Gives pictures by their address.
        target: File to write.
        standard: ``pdf/ua-1`` or ``pdf/ua-2``.
        narrowed: Gives the page again, with the tables of these numbers in another form: they are too wide.
        plan: Whether page breaks are planned, where pages would be far from full.
        look: Looks on, to tell where things stand.

    Raises:
        RenderError: The engine failed.
        UnknownEngine: It is another one than we know.
    """
    with _engine() as listener:
        laid_out, layout = _laid_out(html, resource, standard, narrowed, look, plan=plan)
        margins.finish(laid_out)
        if look is not None:
            look.after(laid_out.pages)
        with exact_tags():
            laid_out.write_pdf(target, pdf_variant=standard)
        outline = layout.outline(laid_out)
    return Written(len(laid_out.pages), list(dict.fromkeys(listener.complaints)), outline)


def write_some_pages(
    html: Narrowed, resource: Resource, target: Path, standard: str, pages: Sequence[int], before: Outline | None
) -> tuple[int, Outline | None]:
    """Writes some pages as a PDF for the eye alone: without tags.

    Args:
        html: Gives the whole page, with the tables of these numbers in another form.
        resource: Gives pictures by their address.
        target: File to write.
        standard: Of the finished file.
        pages: Their numbers, from 1, in order.
        before: What a layout of the same elements came to: only as many pages as needed are laid out then.

    Returns:
        How many of them there are, and what the layout came to if all pages had to be laid out.

    Raises:
        RenderError: The engine failed, or is another one than we know (``UnknownEngine``).
    """
    outline = None
    with _engine():
        known = _Layout(html(before.tables), resource, kept_fonts(DocumentFonts), standard, None) if before else None
        if before is not None and known is not None and known.takes(before, pages[-1]):
            with first_pages(pages[-1]):
                laid_out = known.made()
            margins.finish(laid_out, before.pages)
        else:
            laid_out, layout = _laid_out(html(frozenset()), resource, standard, html, None, plan=True)
            margins.finish(laid_out)
            outline = layout.outline(laid_out)
        some = laid_out.copy([laid_out.pages[number - 1] for number in pages if number <= len(laid_out.pages)])
        some._html = laid_out._html  # noqa: SLF001 - the copy forgets it
        with exact_tags():
            some.write_pdf(target, pdf_variant=standard, uncompressed_pdf=True)
    return len(some.pages), outline


@contextmanager
def _engine() -> Iterator[_Collector]:
    """The engine with all that stands in for parts of it, and its failures as errors of ours."""
    with _listening() as listener:
        try:
            line_ends.install()
            known_boxes.install()
            known_sheets.install()
            known_styles.install()
            quick.install()
            yield listener
        except (OSError, MemoryError, PolyleafError):
            raise
        except Exception as error:
            if stranger := not_as_known(error):
                raise stranger from error
            raise RenderError(
                f"the layout engine failed{_where(error)}: {type(error).__name__}: {error}",
                "A style sheet or template of yours may ask for what it cannot set: build without it and compare. "
                "If it is none, report this to the makers of polyleaf.",
            ) from error
        finally:
            margins.let_go()


def _laid_out(
    html: str, resource: Resource, standard: str, narrowed: Narrowed | None, look: Look | None, *, plan: bool
) -> tuple[weasyprint.Document, _Layout]:
    """The layout of all pages, which lacks what stands in their margins."""
    fonts = DocumentFonts()
    layout = _Layout(html, resource, fonts, standard, look)
    laid_out = layout.made()
    if narrowed is not None and (wide := wide_tables(laid_out.pages)):
        layout = _Layout(narrowed(wide), resource, fonts, standard, look, wide)
        laid_out = layout.made()
    if pitches.fit(laid_out.pages):
        laid_out = layout.made()
    return (planned(laid_out, layout.made) if plan else laid_out), layout


class _Layout:
    """A page that is laid out, again if the styles of its elements were changed."""

    def __init__(
        self,
        html: str,
        resource: Resource,
        fonts: DocumentFonts,
        standard: str,
        look: Look | None,
        tables: frozenset[int] = frozenset(),
    ) -> None:
        self._page = weasyprint.HTML(string=html, base_url="polyleaf:", url_fetcher=Fetcher(resource))
        if look is not None:
            look.before(self._page.etree_element)
        self._how = {"font_config": fonts, "pdf_variant": standard, "cache": {}}
        self._tables = tables
        self._numbers = numbers_of(self._page.etree_element)
        self._known: WeakKeyDictionary[weasyprint.Document, tuple[dict[int, str], dict[int, tuple[int, ...]]]] = (
            WeakKeyDictionary()
        )

    def made(self) -> weasyprint.Document:
        """Its layout, which is to be finished if it is the one that is printed."""
        found = margins.unfinished(self._page, **self._how)
        self._known[found] = styles_of(self._numbers), order_of(self._page.etree_element, self._numbers)
        return found

    def takes(self, before: Outline, last: int) -> bool:
        """Whether it has the same elements as a page that was laid out ``before``; then it is made in the same way.

        What stands far behind the ``last`` page that is wanted is left out.
        """
        return before.write(self._page.etree_element, last)

    def outline(self, laid_out: weasyprint.Document) -> Outline:
        """What one of its layouts came to."""
        root, pages = self._page.etree_element, laid_out.pages
        (styles, order), counted = self._known[laid_out], counted_on(pages, root)
        return Outline(shape_of(root), len(pages), self._tables, styles, counted, ends_of(pages, root), order)


def _where(error: Exception) -> str:
    """The elements that WeasyPrint was in, as far as its functions say: most call the box at hand ``box``."""
    path: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        box = trace.tb_frame.f_locals.get("box")
        tag = getattr(box, "element_tag", None)
        if isinstance(tag, str) and tag not in ("", "html", "body", *path[-1:]):
            path.append(tag)
        trace = trace.tb_next
    return f" at {' > '.join(path[-_TOLD:])}" if path else ""
