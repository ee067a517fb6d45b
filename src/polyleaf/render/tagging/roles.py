"""Which structure element an HTML element becomes. A tag that is not in these tables is an error, never dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from polyleaf.errors import PolyleafError

Element = Any
"""An element of WeasyPrint's HTML tree (``xml.etree``)."""


class TaggingError(PolyleafError):
    """A construct that the tag tree has no place for."""


class HtmlElement(Protocol):
    """What roles need of an element."""

    tag: str

    def get(self, key: str) -> str | None:
        """An attribute."""


BLOCKS: Mapping[str, str] = {
    "article": "Art",
    "aside": "Aside",
    "blockquote": "BlockQuote",
    "caption": "Caption",
    "dd": "LBody",
    "dl": "L",
    "dt": "Lbl",
    "figcaption": "Caption",
    "figure": "Div",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "img": "Figure",
    "li": "LI",
    "nav": "TOC",
    "ol": "L",
    "p": "P",
    "section": "Sect",
    "table": "Table",
    "tbody": "TBody",
    "td": "TD",
    "tfoot": "TFoot",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
    "ul": "L",
}
"""Structure type of each HTML element that has one."""

COUNTED = "on-page"
"""Class of elements whose words a style sheet writes, as no template can: the page that something stands on."""

ROLES: Mapping[str, str] = {"note": "Aside", "group": "Sect", "blockquote": "BlockQuote"}
"""Structure type of each ARIA role that makes a ``div`` an element."""

_SIGN_WORDS = ("spoken", "level", "sign-words")
"""Classes of what the sign of a box says, before a title that the author wrote: the first is heard, and not seen."""

_TITLES = ("own-title", "box-title", "contact-name", "call-name")
"""Classes of paragraphs that are headings of what they stand in, one level below the headings of the text."""

TRANSPARENT_BLOCKS = frozenset({"html", "body", "main", "div", "header", "footer", "address", "hr"})
"""Blocks that are no element of their own; with a language of their own they become ``Div``."""

INLINE = frozenset(
    {"abbr", "b", "bdi", "br", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup"}
    | {"time", "u", "wbr"}
)
"""Inline elements that are no element of their own; with a language of their own they become ``Span``."""

GROUPS = frozenset({"Document", "Art", "Aside", "BlockQuote", "Div", "L", "Part", "Sect", "TOC", "TOCI"})
"""Types that hold elements and no text: text that stands in one gets a ``P`` of its own."""

FIELD = "data-field"
"""Attribute of an element that is filled in by hand: ``tv`` to write in, ``cb`` to tick (ISO 32000-1, table 348)."""

PAGE_OF = "page-of"
"""Class of words that say on which page something stands: no words of the author."""

MODERN: Mapping[str, str] = {"BlockQuote": "Div"}
"""Types of PDF 1.7 that PDF 2.0 has no more, and what they are there."""

ROLE_MAP: Mapping[str, str] = {"Aside": "Sect"}
"""Types of PDF 2.0 and what they are in PDF 1.7 (used for PDF/UA-1)."""


def role_of(element: HtmlElement) -> str:
    """Structure type of an element, "" if it is transparent.

    Raises:
        TaggingError: The element has no place in the tag tree.
    """
    tag = element.tag
    if element.get(FIELD):
        return "Form"
    if tag == "a":
        return "Link" if element.get("href") else ""
    if tag == "div" and (role := element.get("role") or "") in ROLES:
        return ROLES[role]
    if tag in BLOCKS:
        return BLOCKS[tag]
    if tag in TRANSPARENT_BLOCKS or tag in INLINE:
        return ""
    name = tag.rpartition("}")[2]
    raise TaggingError(
        f"the page has a <{name}>, which has no place in the tag tree",
        "Use one of the elements of the built-in templates, or a picture with alt text.",
    )


def has_class(element: HtmlElement, name: str) -> bool:
    """Whether an element has a class."""
    return name in (element.get("class") or "").split()


def is_title(element: HtmlElement) -> bool:
    """Whether an element is the title of a box or of another group."""
    return element.tag == "p" and _has_one(element, _TITLES) and not _has_one(element, _SIGN_WORDS)


def name_of(group: Element) -> str:
    """The name of a box or of another group: what its sign says, and its title."""
    said: list[str] = []
    for element in group.iter("p"):
        if is_title(element) or (not said and _has_one(element, _SIGN_WORDS)):
            said.append(" ".join("".join(element.itertext()).split()))
        if is_title(element):
            return ": ".join(said)
    return ""


def _has_one(element: HtmlElement, names: Iterable[str]) -> bool:
    return any(has_class(element, name) for name in names)
