"""Carries out one render order. Runs in a worker process."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from polyleaf.errors import UsageError
from polyleaf.files import digest
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.finding import Location
from polyleaf.model.identity import Identity
from polyleaf.model.image import DRAWING, PICTURES
from polyleaf.model.leaflet import Figure
from polyleaf.pictures.colour import in_screen_colours
from polyleaf.render import pictograms
from polyleaf.render.complaints import told
from polyleaf.render.diagram import read_diagram
from polyleaf.render.estimates import page_style
from polyleaf.render.identity import filled
from polyleaf.render.order import Rendered, RenderOrder
from polyleaf.render.outline import Outline
from polyleaf.render.page import (
    BLANK,
    CODE_SCHEME,
    DRAWN_SCHEME,
    IMAGE_SCHEME,
    LOGO,
    ROOM_SCHEME,
    is_diagram,
    render_html,
)
from polyleaf.render.qr import qr_svg
from polyleaf.render.style import MM_PER_PT
from polyleaf.render.weasy import write_pdf, write_some_pages

_FEWEST = 4
"""Lines of text that a page holds at least: a heading and two of its text, and the gaps between them."""
_LINE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 3" preserveAspectRatio="xMinYMid slice">'
    b'<path d="M0 1.5H1200" stroke="#000" stroke-width="1"/></svg>'
)
_PIXELS = {ending: f"image/{kind}" for kind, endings in PICTURES.items() if kind != DRAWING for ending in endings}
"""Media types of pictures made of pixels: older systems do not know all of these endings."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is about to be laid out.

    Attributes:
        html: The page.
        identity: What the print says of itself.
        digest: Of everything that the PDF is made from: equal digests, equal PDF.
    """

    html: str
    identity: Identity
    digest: str


def render(order: RenderOrder) -> Rendered:
    """Writes the PDF of an order.

    Raises:
        UsageError: A template has a fault.
        RenderError: The engine failed.
        OSError: The target cannot be written.
    """
    return lay_out(order, prepare(order))


def prepare(order: RenderOrder) -> Prepared:
    """The page of an order as HTML.

    Raises:
        UsageError: A template has a fault, or head and foot leave no room for text.
        OSError: A picture cannot be read.
    """
    _see_that_there_is_room(order)
    identity, html = filled(order)
    pictures = [*sorted(order.images.items()), *((LOGO, one) for one in (order.logo_file,) if one is not None)]
    parts = [order.engine, order.accessible, html, *(name for name, _ in pictures)]
    words = (part.encode(errors="surrogatepass") for part in parts)
    return Prepared(html, identity, digest(*words, *(path.read_bytes() for _, path in pictures)).hex())


def _see_that_there_is_room(order: RenderOrder) -> None:
    edition, measures = order.edition, page_style(order.document, order.edition)
    if measures.text_height < _FEWEST * measures.line * measures.size * MM_PER_PT:
        raise UsageError(
            f"at {edition.size:g} pt, head and foot leave {max(measures.text_height, 0):.0f} mm of a page of "
            f"{edition.paper} for {order.document.language.english}",
            f"Choose a smaller size, or larger paper, for [editions.{edition.name}] in polyleaf.toml.",
        )


def lay_out(order: RenderOrder, prepared: Prepared) -> Rendered:
    """Writes the PDF of an order whose page is ready.

    Raises:
        RenderError: The engine failed.
        OSError: The target cannot be written.
    """

    def narrowed(tables: frozenset[int]) -> str:
        return render_html(order, prepared.identity, tables)

    written = write_pdf(prepared.html, Resources(order), order.target, order.accessible, narrowed, plan=True)
    place = Location(order.document.path, locale=order.document.language.locale)
    figures = (block for block in walk_blocks(order.document.blocks) if isinstance(block, Figure))
    named = {IMAGE_SCHEME + quote(figure.image): figure.location for figure in figures}
    faults = tuple(told(one, prepared.html, order.rooms, place, named) for one in written.complaints)
    return Rendered(written.pages, faults, prepared.identity.code, written.outline)


def lay_out_some(order: RenderOrder, pages: Sequence[int], before: Outline | None) -> tuple[int, Outline | None]:
    """Writes some pages of an order as a PDF for the eye alone.

    Args:
        order: The pages.
        pages: Their numbers, from 1, in order.
        before: What the last whole layout came to, if it is known.

    Returns:
        How many of them there are, and what the layout came to if all pages had to be laid out.

    Raises:
        UsageError: A template has a fault.
        RenderError: The engine failed.
        OSError: A picture cannot be read, or the target not be written.
    """
    prepared = prepare(order)

    def html(tables: frozenset[int]) -> str:
        return render_html(order, prepared.identity, tables) if tables else prepared.html

    return write_some_pages(html, Resources(order), order.target, order.accessible, pages, before)


class Resources:
    """The pictures of a leaflet and of the template rooms by their address."""

    def __init__(self, order: RenderOrder) -> None:
        self._order = order

    def __call__(self, url: str) -> tuple[bytes, str]:
        """The bytes and media type of an address; ``KeyError`` if it is not ours."""
        data, media_type = self._found(url)
        return (in_screen_colours(data) if media_type in _PIXELS.values() else data), media_type

    def _found(self, url: str) -> tuple[bytes, str]:
        if url.startswith(IMAGE_SCHEME):
            return self._image(unquote(url.removeprefix(IMAGE_SCHEME)))
        if url.startswith(ROOM_SCHEME):
            return self._room_file(unquote(url.removeprefix(ROOM_SCHEME)))
        if url.startswith(CODE_SCHEME):
            return qr_svg(unquote(url.removeprefix(CODE_SCHEME))), "image/svg+xml"
        if url.startswith(DRAWN_SCHEME):
            return pictograms.picture(url.removeprefix(DRAWN_SCHEME)), "image/svg+xml"
        if url == BLANK:
            return _LINE, "image/svg+xml"
        if url == LOGO and self._order.logo_file is not None:
            return self._order.logo_file.read_bytes(), _media_type(self._order.logo_file.name)
        raise KeyError(url)

    def _image(self, name: str) -> tuple[bytes, str]:
        data = self._order.images[name].read_bytes()
        return read_diagram(data).drawing if is_diagram(name) else data, _media_type(name)

    def _room_file(self, name: str) -> tuple[bytes, str]:
        for room in self._order.rooms:
            path = (room / name).resolve()
            if path.is_relative_to(room.resolve()) and path.is_file():
                return path.read_bytes(), _media_type(name)
        raise KeyError(name)


def _media_type(name: str) -> str:
    known = mimetypes.guess_type(name)[0] or _PIXELS.get(PurePosixPath(name.lower()).suffix)
    return known or "application/octet-stream"
