"""Finds out what a print says of itself, without laying it out."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from urllib.parse import unquote

from polyleaf.files import digest
from polyleaf.model.identity import Identity
from polyleaf.model.print_code import series_of, spell
from polyleaf.render import stand_in
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import IMAGE_SCHEME, render_html
from polyleaf.render.printed_text import printed_text


def identify(order: RenderOrder) -> Identity:
    """The identity of the print that an order makes; see ``filled``."""
    return filled(order)[0]


def filled(order: RenderOrder) -> tuple[Identity, str]:
    """The identity of the print that an order makes, and its page as HTML.

    The identity follows from the text alone: title, body, translation, facts, contacts, dates, words of the templates,
    pictures and their descriptions. The day, the machine and the look of the page do not matter.

    Raises:
        UsageError: A template has a fault.
        OSError: A picture cannot be read.
    """
    document = order.document
    unknown = Identity(
        code=stand_in.CODE,
        leaflet=document.leaflet,
        locale=document.language.locale,
        edition=order.called,
        version=document.version,
        draft=document.draft,
        text=stand_in.TEXT,
        address=order.address,
    )

    def picture(address: str) -> str:
        if not address.startswith(IMAGE_SCHEME):
            return ""
        image = order.images.get(unquote(address.removeprefix(IMAGE_SCHEME)))
        return hashlib.sha256(image.read_bytes()).hexdigest() if image else ""

    html = render_html(order, unknown)
    text = printed_text(stand_in.settled(html), picture)
    what = (unknown.leaflet, unknown.locale, unknown.edition)
    digest = _digest(*what, document.code, document.version, "draft" if document.draft else "", text)
    code = spell(_number(_digest(*what)), _number(digest))
    return replace(unknown, code=code, text=digest), stand_in.settled(html, code, digest)


def series(leaflet: str, locale: str, edition: str) -> str:
    """The beginning of the code of every print of a leaflet in a language and an edition."""
    return series_of(spell(_number(_digest(leaflet, locale, edition)), 0))


def _digest(*words: str) -> str:
    return digest(*(word.encode(errors="surrogatepass") for word in words), seed=b"polyleaf print 1\n").hex()


def _number(digest: str) -> int:
    return int(digest, 16)
