"""Quotations that are boxes: ``> [!WARNING]``, as GitHub and others write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from polyleaf.importing.gathered import Element, Line

ADMONITION = re.compile(r"\s*\[!(\w{2,20})\]")
"""What begins one, with its kind."""


def without_mark(elements: Iterator[Element], mark: str) -> Iterator[Element]:
    """The elements of a quotation without the ``[!WARNING]`` that makes it a box."""
    for element in elements:
        if mark and isinstance(element, Line) and element.text.lstrip().startswith(mark.strip()):
            first = element.runs[0]
            rest = first.text.lstrip().removeprefix(mark.strip()).lstrip()
            element = replace(element, runs=(replace(first, text=rest), *element.runs[1:]))  # noqa: PLW2901 - the same without its mark
            mark = ""
            if not element.text.strip():
                continue
        yield element
