"""How the words of a web page look: bold, slanted, links."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from lxml import html

from polyleaf.importing.gathered import Run
from polyleaf.importing.glyphs import lowered, raised

SKIPPED = (
    "script",
    "style",
    "template",
    "noscript",
    "head",
    "title",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "canvas",
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "button",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "meter",
        "output",
        "progress",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "select",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "textarea",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_BOLD, _STRESSED, _STRUCK = ("b", "strong", "th"), ("i", "em", "u", "dfn", "cite", "var"), ("s", "strike")
_BOX = re.compile(
    r"\b(?:alert|warning|caution|important|callout|box|panel|note|tip|info|notice|admonition|card|inset|emergency|polyleaf)\w*",
    re.IGNORECASE,
)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)")
_SLANTED = re.compile(r"font-style\s*:\s*(?:italic|oblique)")


@dataclass(frozen=True, slots=True)
class Style:
    """How words look at a place."""

    bold: bool = False
    stressed: bool = False
    href: str = ""

    @property
    def look(self) -> dict[str, Any]:
        """The arguments of a ``Run``."""
        return {"bold": self.bold, "stressed": self.stressed, "href": self.href}

    def of(self, node: html.HtmlElement) -> Style:
        """The style inside an element."""
        css = css_of(node)
        bold = (self.bold or node.tag in _BOLD or bool(_HEAVY.search(css))) and not _LIGHT.search(css)
        stressed = self.stressed or node.tag in _STRESSED or bool(_SLANTED.search(css))
        href = node.get("href", "").strip() if node.tag == "a" else ""
        return replace(self, bold=bold, stressed=stressed, href=href or self.href)


def css_of(node: html.HtmlElement) -> str:
    """The style that an element has of its own, in small letters."""
    return str(node.get("style", "")).lower()


def is_inline(node: html.HtmlElement) -> bool:
    """Whether an element stands in a line."""
    return node.tag in _INLINE


def is_struck(node: html.HtmlElement) -> bool:
    """Whether its words are struck out."""
    return node.tag in _STRUCK


def set_high_or_low(tag: object, text: str) -> str:
    """Raised and lowered figures as the characters they are."""
    return raised(text) if tag == "sup" else lowered(text) if tag == "sub" else text


def is_box(node: html.HtmlElement) -> bool:
    """Whether an element has a frame, or a name of things that have one."""
    css = css_of(node)
    return node.tag in ("div", "section", "blockquote", "fieldset", "details") and bool(
        _BOX.search(" ".join((node.get("class", ""), node.get("role", ""))))
        or re.search(r"(?<![\w-])border\s*:\s*(?!0|none)", css)
    )


def folded(runs: list[Run]) -> tuple[Run, ...]:
    """White space as a browser shows it: runs of it are one space, breaks are lines."""
    found: list[Run] = []
    for run in runs:
        text = re.sub(r"[ \t\r\n\f]+", " ", run.text).replace("\v", "\n")
        if found and found[-1].text.endswith((" ", "\n")) and text.startswith(" "):
            text = text[1:]
        if text:
            found.append(replace(run, text=text))
    return tuple(found)
