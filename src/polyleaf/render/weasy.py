"""The door to WeasyPrint: HTML in, one PDF file out, and everything the engine complained about."""

from __future__ import annotations

import base64
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from polyleaf.errors import PolyleafError
from polyleaf.pictures.colour import in_screen_colours
from polyleaf.render import known_sheets, line_ends, margins, quick
from polyleaf.render.breaks.planning import planned
from polyleaf.render.insides import not_as_known
from polyleaf.render.tagging.seam import exact_tags
from polyleaf.render.wide_tables import wide_tables

_LOGGER = logging.getLogger("weasyprint")

_EMBEDDED = re.compile(r"data:(image/(?:png|jpeg|jpg));base64,(.*)", re.IGNORECASE | re.DOTALL)

_TOLD = 4
"""Most elements, from the outside in, that a failure names."""

Resource = Callable[[str], tuple[bytes, str]]
"""Gives the bytes and the media type of an address, or raises ``KeyError``."""


class Look(Protocol):
    """Somebody who looks on while a page is laid out."""

    def before(self, root: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
        """The page is read, and not yet laid out."""

    def after(self, pages: Sequence[Any]) -> None:
        """It is laid out on these pages."""


class RenderError(PolyleafError):
    """The engine could not make a PDF."""


class _Fetcher(URLFetcher):  # type: ignore[misc]
    """Serves registered resources and nothing else: no files, no network."""

    def __init__(self, resource: Resource) -> None:
        super().__init__(allowed_protocols=())
        self._resource = resource

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - WeasyPrint's signature
        try:
            data, media_type = self._inside(url) if url.startswith("data:") else self._resource(url)
        except KeyError:
            message = f"{url} is not part of the leaflet; nothing is loaded from elsewhere"
            raise ValueError(message) from None
        return URLFetcherResponse(url, data, {"Content-Type": media_type})

    def _inside(self, url: str) -> tuple[bytes, str]:
        """A picture inside a drawing."""
        match = _EMBEDDED.fullmatch(url)
        if match is None:
            raise KeyError(url[:40])
        try:
            data = base64.b64decode("".join(unquote(match[2]).split()), validate=True)
        except ValueError:
            raise KeyError(url[:40]) from None
        return in_screen_colours(data), match[1].lower()


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


def write_pdf(
    html: str,
    resource: Resource,
    target: Path,
    standard: str = "pdf/ua-1",
    narrowed: Callable[[frozenset[int]], str] | None = None,
    *,
    plan: bool = False,
    look: Look | None = None,
) -> tuple[int, list[str]]:
    """Lays out ``html`` and writes an accessible PDF file.

    Args:
        html: A whole page with its style sheets inside.
        resource: Gives pictures by their address.
        target: File to write.
        standard: ``pdf/ua-1`` or ``pdf/ua-2``.
        narrowed: Gives the page again, with the tables of these numbers in another form: they are too wide.
        plan: Whether page breaks are planned, where pages would be far from full.
        look: Looks on, to tell where things stand.

    Returns:
        The number of pages and the engine's complaints, each once, in order.

    Raises:
        RenderError: The engine failed.
        UnknownEngine: It is another one than we know.
    """
    with _listening() as listener:
        try:
            line_ends.install()
            known_sheets.install()
            quick.install()
            fonts = FontConfiguration()
            layout = _Layout(html, resource, fonts, standard, look)
            laid_out = layout.made()
            if narrowed is not None and (wide := wide_tables(laid_out.pages)):
                layout = _Layout(narrowed(wide), resource, fonts, standard, look)
                laid_out = layout.made()
            if plan:
                laid_out = planned(laid_out, layout.made)
            margins.finish(laid_out)
            if look is not None:
                look.after(laid_out.pages)
            with exact_tags():
                laid_out.write_pdf(target, pdf_variant=standard)
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
    return len(laid_out.pages), list(dict.fromkeys(listener.complaints))


class _Layout:
    """A page that is laid out, again if the styles of its elements were changed."""

    def __init__(
        self, html: str, resource: Resource, fonts: FontConfiguration, standard: str, look: Look | None
    ) -> None:
        self._page = weasyprint.HTML(string=html, base_url="polyleaf:", url_fetcher=_Fetcher(resource))
        if look is not None:
            look.before(self._page.etree_element)
        self._how = {"font_config": fonts, "pdf_variant": standard}

    def made(self) -> weasyprint.Document:
        """Its layout, which is to be finished if it is the one that is printed."""
        return margins.unfinished(self._page, **self._how)


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
