"""All that a page prints, taken from its HTML: the text, what pictures show, and what is said instead of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

_SILENT = frozenset({"head", "style", "script", "title", "template"})
_VOID = frozenset({"img", "br", "meta", "link", "hr", "wbr", "input"})
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\u00ad\ufeff\ufe0e\ufe0f"))
"""Marks for line breaks and for plain signs: they print nothing, and the tool's own rules set them."""

_SPACE = re.compile(r"[ \t\n\r\f]+")


def printed_text(html: str, picture: Callable[[str], str]) -> str:
    """What is printed, piece by piece in the order of reading.

    Tags, classes and style sheets are left out: another look is the same text.

    Args:
        html: A page.
        picture: What stands for the picture at an address.
    """
    reader = _Reader(picture)
    reader.feed(html)
    reader.close()
    return _SPACE.sub(" ", " ".join(reader.pieces).translate(_UNSEEN)).strip(" ")


class _Reader(HTMLParser):
    def __init__(self, picture: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._picture = picture
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if self._silent or tag != "img":
            return
        named = dict(attrs)
        self.pieces += [self._picture(named.get("src") or ""), named.get("alt") or ""]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)
