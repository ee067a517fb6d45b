"""XML that says exactly what it is given: every line end and tab survives readers and editors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from polyleaf.catalog.exchange.pieces import hide

_TEXT = re.compile(r"[&<>\r]")
_ATTRIBUTE = re.compile(r"[&<>\"\t\n\r]")


def text(words: str) -> str:
    """Words as the content of an element."""
    return _TEXT.sub(_reference, hide(words))


def _reference(match: re.Match[str]) -> str:
    names = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
    return names.get(match[0]) or f"&#{ord(match[0])};"


def open_tag(tag: str, attributes: Mapping[str, str] | None = None, end: str = ">") -> str:
    """A start tag; attributes that are "" are left out."""
    written = "".join(
        f' {name}="{_ATTRIBUTE.sub(_reference, hide(value))}"' for name, value in (attributes or {}).items() if value
    )
    return f"<{tag}{written}{end}"


def empty(tag: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element without content."""
    return open_tag(tag, attributes, "/>")


def element(tag: str, words: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element that holds words."""
    return wrapped(tag, text(words), attributes)


def wrapped(tag: str, markup: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element that holds markup on the same line: white space inside would become part of the text."""
    return f"{open_tag(tag, attributes)}{markup}</{tag}>"


def block(tag: str, lines: Iterable[str], attributes: Mapping[str, str] | None = None) -> list[str]:
    """An element over several lines, its content indented; no lines at all if it would be empty."""
    inside = list(lines)
    return [open_tag(tag, attributes), *inside, f"</{tag}>"] if inside else []


def document(lines: Iterable[str]) -> bytes:
    """The file: lines that begin elements of structure, never inside a text."""
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n").encode()
