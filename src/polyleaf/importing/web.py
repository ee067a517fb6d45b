"""Web pages (HTML), and whatever is turned into one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from polyleaf.importing.gathered import Gathered
from polyleaf.importing.opening import ImportRefusal, decoded
from polyleaf.importing.web_page import Page
from polyleaf.importing.web_pictures import FindPicture
from polyleaf.importing.web_runs import Style, css_of
from polyleaf.importing.web_words import words_in
from polyleaf.importing.word.changes import Changes

MOST_BYTES = 20 * 2**20
_KEPT = ("description", "keywords", "author", "version", "code", "department", "published", "review date")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset|encoding=[\"']", re.IGNORECASE)

_MOST_LETTERS = 2**20
"""Of the style sheets inside a page."""

_REMARK = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_NESTED = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"(?:p|span|li|td|th|div|a|b|i|strong|em)?\.([\w-]+)", re.IGNORECASE)
_OF_LETTERS = ("font-weight", "font-style", "font-family")
"""Not what is hidden: a script shows it when somebody clicks."""


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
    says_how = _CHARSET.search(data[:4096]) or data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        root = html.document_fromstring(
            data if says_how else decoded(data), parser=html.HTMLParser(huge_tree=False, no_network=True)
        )
        return _gathered(root, changes, find)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ImportRefusal(
            shown_as, f"cannot be read as a web page ({error})", "Save it again from the browser."
        ) from error
    except RecursionError:
        raise ImportRefusal(
            shown_as, "holds elements inside each other without end", "Save it again from the browser."
        ) from None


def _gathered(root: html.HtmlElement, changes: Changes, find: FindPicture) -> Gathered:
    body = root.find("body")
    body = body if body is not None else root
    _give_looks(root)
    page = Page("del" if changes is Changes.ACCEPT else "ins", find)
    elements = page.read(body)
    meta = {node.get("name", "").lower(): node.get("content", "") for node in root.iter("meta")}
    title = " ".join((root.findtext(".//title") or "").split())
    properties = {"title": title, **{key: words for key, words in meta.items() if key in _KEPT and words}}
    words = "\n".join(words_in(body, page.drops, Style()))
    return Gathered(elements, tuple(page.margins), properties, (), tuple(page.notices), root.get("lang") or "", words)


def _give_looks(root: html.HtmlElement) -> None:
    """Gives every element the look of its classes as a style of its own, where it has none that says otherwise."""
    looks = _looks("\n".join(node.text or "" for node in root.iter("style"))[:_MOST_LETTERS])
    if not looks:
        return
    for node in root.iter():
        names = node.get("class", "").split() if isinstance(node.tag, str) else ()
        found: dict[str, str] = {}
        for name in names:
            found |= looks.get(name, {})
        if found:
            own = dict(_declared(css_of(node)))
            more = "; ".join(f"{key}: {said}" for key, said in found.items() if key not in own)
            node.set("style", "; ".join(part for part in (node.get("style"), more) if part))


def _looks(sheet: str) -> dict[str, dict[str, str]]:
    """What the classes of a style sheet say of letters."""
    looks: dict[str, dict[str, str]] = {}
    for match in _RULE.finditer(_NESTED.sub("", _REMARK.sub("", sheet))):
        said = {key: value for key, value in _declared(match[2].lower()) if key in _OF_LETTERS}
        for name in match[1].split(",") if said else ():
            if one := _CLASS.fullmatch(name.strip()):
                looks.setdefault(one[1], {}).update(said)
    return looks


def _declared(css: str) -> Iterator[tuple[str, str]]:
    for part in css.split(";"):
        key, colon, said = part.partition(":")
        if colon:
            yield key.strip(), said.strip()
