"""How the words of a web page look: bold, slanted, links."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from lxml import html

from polyleaf.importing.gathered import Run
from polyleaf.importing.glyphs import as_signs, is_of_signs, lowered, raised

_BOLD, _STRESSED, _STRUCK = ("b", "strong", "th"), ("i", "em", "u", "dfn", "cite", "var"), ("s", "strike")
_OWN = r"(?<![\w-])"
"""Not ``mso-bidi-font-weight``: Word says there how it would be in Arabic."""

_HEAVY = re.compile(_OWN + r"font-weight\s*:\s*(?:bold|[6-9]00)")
_LIGHT = re.compile(_OWN + r"font-weight\s*:\s*(?:normal|[1-5]00)")
_SIGNS = r"[\"']?(symbol|wingdings(?: [23])?|webdings)\b"
_FONT = re.compile(rf"{_OWN}font-family\s*:\s*{_SIGNS}|{_OWN}font\s*:[^;,]*\s{_SIGNS}")
_COUNTED = re.compile(
    r"https?://(?:www\.google\.[a-z.]{2,6}/url|[\w.]+\.safelinks\.protection\.outlook\.com/)\?(?:[^#]*&)?(?:q|url)=(https?[^&]+)",
    re.IGNORECASE,
)
_MOVED = re.compile(_OWN + r"vertical-align\s*:\s*(super|sub)\b")
_THROUGH = re.compile(_OWN + r"text-decoration(?:-line)?\s*:[^;]*line-through")
_SLANTED = re.compile(_OWN + r"font-style\s*:\s*(?:italic|oblique)")


@dataclass(frozen=True, slots=True)
class Style:
    """How words look at a place.

    ``font`` is a font of signs, whose letters are signs; ``high`` is ``sup`` or ``sub``; ``struck``: words struck out.
    """

    bold: bool = False
    stressed: bool = False
    href: str = ""
    font: str = ""
    high: str = ""
    struck: bool = False

    def run(self, text: str) -> Run:
        """A run of words as they look at the place."""
        seen = as_signs(self.font, text) if self.font else text
        return Run(raised(seen) if self.high == "sup" else lowered(seen) if self.high == "sub" else seen, **self.look)

    @property
    def look(self) -> dict[str, Any]:
        """The arguments of a ``Run``."""
        return {"bold": self.bold, "stressed": self.stressed, "href": self.href, "struck": self.struck}

    def of(self, node: html.HtmlElement) -> Style:
        """The style inside an element."""
        css = css_of(node)
        bold = (self.bold or node.tag in _BOLD or bool(_HEAVY.search(css))) and not _LIGHT.search(css)
        stressed = self.stressed or node.tag in _STRESSED or bool(_SLANTED.search(css))
        href = node.get("href", "").strip() if node.tag == "a" else ""
        moved = _MOVED.search(css)
        high = str(node.tag) if node.tag in ("sup", "sub") else moved[1][:3] if moved else self.high
        font = self._font(node, css)
        return Style(bold, stressed, _direct(href) or self.href, font, high, self.struck or is_struck(node))

    def _font(self, node: html.HtmlElement, css: str) -> str:
        """The font of signs inside an element; "" for letters."""
        if match := _FONT.search(css):
            return match[1] or match[2]
        face = node.get("face", "") if node.tag == "font" else ""
        return (face if is_of_signs(face) else "") if face or "font-family" in css else self.font


def _direct(href: str) -> str:
    """Where a link leads that passes through a counter of Google's or Microsoft's."""
    match = _COUNTED.match(href)
    return unquote(match[1]) if match else href


def css_of(node: html.HtmlElement) -> str:
    """The style that an element has of its own, in small letters."""
    return str(node.get("style", "")).lower()


def is_struck(node: html.HtmlElement) -> bool:
    """Whether its words are struck out."""
    return node.tag in _STRUCK or bool(_THROUGH.search(css_of(node)))


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
