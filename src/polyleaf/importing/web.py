"""Web pages (HTML), and whatever is turned into one."""

from __future__ import annotations

import re

from lxml import etree, html

from polyleaf.importing.gathered import Gathered
from polyleaf.importing.opening import ImportRefusal
from polyleaf.importing.web_page import Page
from polyleaf.importing.web_pictures import FindPicture
from polyleaf.importing.web_runs import Style
from polyleaf.importing.web_sheets import with_looks
from polyleaf.importing.web_words import words_in
from polyleaf.importing.word.changes import Changes

MOST_BYTES = 20 * 2**20
_KEPT = ("description", "keywords", "author", "version", "code", "department", "published", "review date")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset|encoding=[\"']", re.IGNORECASE)


def read_web(data: bytes, shown_as: str, changes: Changes, find: FindPicture) -> Gathered:
    """What stands in a web page.

    Args:
        data: The page.
        shown_as: The page as people see it.
        changes: What becomes of words marked as deleted or inserted.
        find: Finds its pictures.

    Raises:
        ImportRefusal: It cannot be read.
    """
    if len(data) > MOST_BYTES:
        raise ImportRefusal(shown_as, f"is larger than {MOST_BYTES // 2**20} MB", "Split it into several pages.")
    try:
        root = html.document_fromstring(_text(data), parser=html.HTMLParser(huge_tree=False, no_network=True))
        return _gathered(root, changes, find)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ImportRefusal(
            shown_as, f"cannot be read as a web page ({error})", "Save it again from the browser."
        ) from error
    except RecursionError:
        raise ImportRefusal(
            shown_as, "holds elements inside each other without end", "Save it again from the browser."
        ) from None


def _text(data: bytes) -> bytes | str:
    """The page; one that says no encoding is UTF-8, else what Windows writes."""
    if _CHARSET.search(data[:4096]) or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _gathered(root: html.HtmlElement, changes: Changes, find: FindPicture) -> Gathered:
    body = root.find("body")
    body = body if body is not None else root
    with_looks(root)
    page = Page("del" if changes is Changes.ACCEPT else "ins", find)
    elements = page.read(body)
    meta = {node.get("name", "").lower(): node.get("content", "") for node in root.iter("meta")}
    title = " ".join((root.findtext(".//title") or "").split())
    properties = {"title": title, **{key: words for key, words in meta.items() if key in _KEPT and words}}
    words = "\n".join(words_in(body, page.drops, Style()))
    return Gathered(elements, tuple(page.margins), properties, (), tuple(page.left), root.get("lang") or "", words)
