"""Finds out what a print will say of itself, without laying it out."""

from __future__ import annotations

import hashlib
from urllib.parse import unquote

from polyleaf.model.identity import Identity
from polyleaf.model.print_code import LENGTH, SYMBOLS, grouped, series_of, spell
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import IMAGE_SCHEME, render_html
from polyleaf.render.printed_text import printed_text

_BLANK = grouped(SYMBOLS[0] * LENGTH)
"""Stands in the place of the code while the rest of the page is read."""


def identify(order: RenderOrder) -> Identity:
    """The identity of the print that an order makes.

    It follows from the text alone: title, body, translation, facts, contacts, dates, words of the templates, pictures
    and their descriptions. The day, the machine and the look of the page do not matter.

    Raises:
        UsageError: A template has a fault.
        OSError: A picture cannot be read.
    """
    document = order.document
    blank = Identity(
        _BLANK,
        document.leaflet,
        document.language.locale,
        order.called,
        document.version,
        document.draft,
        "",
        order.address,
    )

    def picture(address: str) -> str:
        if not address.startswith(IMAGE_SCHEME):
            return ""
        image = order.images.get(unquote(address.removeprefix(IMAGE_SCHEME)))
        return hashlib.sha256(image.read_bytes()).hexdigest() if image else ""

    text = printed_text(render_html(order, blank), picture)
    what = (blank.leaflet, blank.locale, blank.edition)
    digest = _digest(*what, document.code, document.version, "draft" if document.draft else "", text)
    return Identity(
        code=spell(_number(_digest(*what)), _number(digest)),
        leaflet=blank.leaflet,
        locale=blank.locale,
        edition=blank.edition,
        version=document.version,
        draft=document.draft,
        text=digest,
        address=order.address,
    )


def series(leaflet: str, locale: str, edition: str) -> str:
    """The beginning of the code of every print of a leaflet in a language and an edition."""
    return series_of(spell(_number(_digest(leaflet, locale, edition)), 0))


def _digest(*words: str) -> str:
    total = hashlib.sha256(b"polyleaf print 1\n")
    for word in words:
        data = word.encode(errors="surrogatepass")
        total.update(len(data).to_bytes(8))
        total.update(data)
    return total.hexdigest()


def _number(digest: str) -> int:
    return int(digest, 16)
