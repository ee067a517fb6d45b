"""Pictures of web pages: beside the page, or inside it. Nothing is fetched."""

from __future__ import annotations

import base64
import binascii
import posixpath
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from lxml import html

from polyleaf.importing.gathered import Notice, Picture, Remark

FindPicture = Callable[[str], bytes | None]
"""Gives the file of a picture by its address beside the page; None if it is not there."""


def picture_of(
    node: html.HtmlElement, find: FindPicture, placed: Callable[[str], str], notices: list[Notice]
) -> Iterator[Picture | Remark]:
    """The picture of an ``img``; its words alone if there is none.

    Args:
        node: The element.
        find: Finds pictures.
        placed: Says where words stand.
        notices: Takes what is not taken.
    """
    source, alt = node.get("src", "").strip(), " ".join(node.get("alt", "").split())
    place = placed(alt)
    data = _inline_data(source) if source.startswith("data:") else find(unquote(source))
    if data is None:
        notices.append(Notice(f"A picture is not beside the page: {source[:80] or 'no address'}", place))
        if alt:
            yield Remark(f"A picture was here: {alt}", place)
        return
    yield Picture(data, posixpath.basename(source.split("?")[0])[:80], alt, place)


def _inline_data(source: str) -> bytes | None:
    head, _, content = source.partition(",")
    try:
        return base64.b64decode(content, validate=False) if head.endswith(";base64") else unquote(content).encode()
    except (binascii.Error, ValueError):
        return None
