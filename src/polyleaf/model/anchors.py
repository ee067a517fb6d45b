"""Names of headings, by which the text of a leaflet refers to them: ``[see Risks](#risks)``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from polyleaf.model.inline import plain
from polyleaf.model.message import Text

_OTHER = re.compile(r"[^\w\- ]")


def named(headings: Iterable[Text]) -> dict[str, Text]:
    """The headings by their names: their own words, as GitHub writes them; a second one of a name ends with ``-1``.

    The words are those of the source, so that a name is the same in every language.
    """
    found: dict[str, Text] = {}
    for heading in headings:
        name = words = _slug(plain(heading.inlines))
        number = 0
        while name in found:
            number += 1
            name = f"{words}-{number}"
        found[name] = heading
    return found


def name_in(href: str) -> str:
    """The name of the heading that an address such as ``#risks`` refers to; "" if it leads elsewhere."""
    return _slug(href[1:]) if href.startswith("#") else ""


def _slug(words: str) -> str:
    return _OTHER.sub("", " ".join(words.split()).casefold()).replace(" ", "-")
