"""Lists of web pages: how deep they stand, and which number each item has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

_OF_GOOGLE = re.compile(r"\blst-kix_\w+-(\d)\b")
"""Lists inside lists stand beside them in pages of Google Docs; a class says how deep."""

_NUMBER = re.compile(r"\d{1,6}")


def depth_of(node: html.HtmlElement, depth: int) -> int:
    """How deep a list stands, from 0; ``depth`` is that of its place."""
    match = _OF_GOOGLE.search(node.get("class", ""))
    return int(match[1]) if match else depth


def has_letters(node: html.HtmlElement) -> bool:
    """Whether a list has letters or Roman figures for marks."""
    return bool(node.tag == "ol" and node.get("type", "1") != "1")


def numbered(node: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, int]]:
    """What stands in a list, each with its number; 0 in a list with bullets."""
    start = node.get("start", "1")
    number = int(start) if _NUMBER.fullmatch(start) else 1
    step = -1 if node.get("reversed") is not None else 1
    if step < 0 and "start" not in node.attrib:
        number = len(node.findall("li"))
    for one in node:
        is_item = isinstance(one.tag, str) and one.tag not in ("ul", "ol", "script", "style", "template")
        given = one.get("value", "") if is_item else ""
        number = int(given) if _NUMBER.fullmatch(given) else number
        yield one, number if node.tag == "ol" else 0
        number += step if is_item else 0
