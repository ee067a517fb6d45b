"""What colour spaces are called (ISO 32000-1, 8.6)."""

from __future__ import annotations

from typing import Any

from polyleaf.pdf.objects import child, items, name

_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}


def space_name(space: Any) -> str:  # noqa: ANN401 - a PDF object is of any type until looked at
    """The family of a colour space; "" if it is none."""
    family = name(space) or name(next(items(space), None))
    return _SHORT.get(family, family)


def base_name(space: Any) -> str:  # noqa: ANN401
    """The family of the colours of an ``Indexed`` palette or of what stands in for a spot colour; else its own."""
    family, parts = space_name(space), list(items(space))
    place = {"Indexed": 1, "Separation": 2, "DeviceN": 2}.get(family)
    return space_name(parts[place]) if place is not None and len(parts) > place else family


OWN_NAMES = frozenset(f"/{one}" for one in (*_SHORT, *_SHORT.values()))
"""Colour spaces that content may name without resources."""


def named_space(written: Any, resources: Any) -> Any:  # noqa: ANN401
    """The colour space that content calls by a name; the name itself if resources do not have it."""
    found = child(child(resources, "/ColorSpace"), written) if isinstance(written, str) else None
    return written if found is None else found
