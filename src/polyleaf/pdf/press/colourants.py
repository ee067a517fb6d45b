"""Colours given as single inks: Separation and DeviceN (ISO 32000-1, 8.6.6.4 and 8.6.6.5).

Cyan, magenta, yellow and black stay what they are, however they are written: a Separation called Black is black ink.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import pikepdf

from polyleaf.model.pdf_facts import Colour
from polyleaf.pdf.colours import DEVICE, read_space
from polyleaf.pdf.limits import STREAM_BYTES
from polyleaf.pdf.objects import child, items, name, number, unpacked
from polyleaf.pdf.press.naming import space_name

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ALL = "All"
NONE = "None"
_CMYK = 4
_FEW = 4
_DEEP, _MANY = 12, 5_000
"""Bounds on the description of an ink."""


def colourants(space: Any) -> tuple[str, ...]:  # noqa: ANN401 - a PDF object is of any type until looked at
    """The inks of a Separation or DeviceN space, process inks by their usual names; () for any other space."""
    parts = list(items(space))
    if len(parts) < 2:  # noqa: PLR2004 - the family and its names
        return ()
    if name(parts[0]) == "Separation":
        return (name(parts[1]),)
    if name(parts[0]) != "DeviceN":
        return ()
    process = child(parts[4], "/Process") if len(parts) > 4 else None  # noqa: PLR2004 - attributes come fifth
    own = list(map(name, items(child(process, "/Components"))))
    usual = (
        dict(zip(own, PROCESS, strict=True)) if len(own) == _CMYK and _is_cmyk(child(process, "/ColorSpace")) else {}
    )
    return tuple(usual.get(one, one) for one in map(name, items(parts[1])))


def inks_under(space: Any, depth: int = 0) -> tuple[str, ...]:  # noqa: ANN401
    """The inks of a space, or of the one that a palette or an uncoloured pattern stands on."""
    parts = list(items(space))
    if len(parts) > 1 and name(parts[0]) in ("Indexed", "Pattern") and depth < _FEW:
        return inks_under(parts[1], depth + 1)
    return colourants(space)


def alternate(space: Any) -> Any:  # noqa: ANN401
    """What stands in for the inks of a space where a press does not have them."""
    parts = list(items(space))
    return parts[2] if len(parts) > 3 else None  # noqa: PLR2004 - family, names, alternate, tint transformation


def in_process_inks(names: Sequence[str], colour: Colour) -> Colour:
    """The colour in cyan, magenta, yellow and black, if these are its only inks; else the colour as it is."""
    if len(names) != len(colour.values):
        return colour
    amounts = dict(zip(names, colour.values, strict=True))
    if tuple(names) == (ALL,):
        inks: tuple[float, ...] = colour.values * _CMYK
    elif set(names) <= {*PROCESS, NONE} and set(names) & set(PROCESS):
        inks = tuple(amounts.get(ink, 0.0) for ink in PROCESS)
    else:
        return colour
    return DEVICE["DeviceCMYK"].colour(inks)


def indexed(space: Any, colour: Colour) -> Colour:  # noqa: ANN401
    """The colour that an index of an Indexed space stands for; the index itself if that cannot be told."""
    parts = list(items(space))
    if len(parts) != 4 or not colour.values:  # noqa: PLR2004 - family, base, highest index, table
        return colour
    table = unpacked(parts[3], "a table of colours", STREAM_BYTES) if isinstance(parts[3], pikepdf.Stream) else b""
    table = table or (bytes(parts[3]) if isinstance(parts[3], pikepdf.String) else b"")
    highest = int(number(parts[2]))
    size = len(table) // (highest + 1) if highest >= 0 else 0
    place = min(max(int(colour.values[0]), 0), highest) * size
    values = [byte / 255 for byte in table[place : place + size]]
    return in_process_inks(colourants(parts[1]), read_space(parts[1], None).colour(values)) if values else colour


def spots_in(space: Any) -> dict[str, bytes]:  # noqa: ANN401
    """The spot colours of a space, ``All`` among them, each with a digest of how it is mixed; b"" if that is not said.

    Two recipes are one if the objects in the file say the same, not if they come to the same colour
    (ISO 15930-7, 6.2.4.4; GWG 2022, R0023).
    """
    found = {one: b"" for one in colourants(space) if one and one not in (NONE, *PROCESS)}
    parts = list(items(space))
    if len(parts) > 3 and name(parts[0]) == "Separation":  # noqa: PLR2004
        return {one: _digest([parts[2], parts[3]]) for one in found}
    recipes = child(parts[4], "/Colorants") if len(parts) > 4 else None  # noqa: PLR2004
    if isinstance(recipes, pikepdf.Dictionary):
        for one in found:
            own = list(items(child(recipes, f"/{one}")))
            if len(own) > 3:  # noqa: PLR2004
                found[one] = _digest([own[2], own[3]])
    return found


def _is_cmyk(space: Any) -> bool:  # noqa: ANN401
    profile = list(items(space))
    return space_name(space) == "DeviceCMYK" or (len(profile) > 1 and child(profile[1], "/N") == _CMYK)


def _digest(recipe: Sequence[Any]) -> bytes:
    digest = hashlib.sha256()
    left = _MANY
    todo: list[tuple[Any, int]] = [(part, 0) for part in recipe]
    while todo and left:
        left -= 1
        part, depth = todo.pop()
        if depth > _DEEP:
            continue
        if isinstance(part, pikepdf.Stream):
            digest.update(b"stream" + hashlib.sha256(unpacked(part, "a colour", STREAM_BYTES)).digest())
            kept = {key: value for key, value in part.items() if key not in ("/Length", "/Filter", "/DecodeParms")}
            todo += [(value, depth + 1) for key, value in sorted(kept.items())]
            digest.update(" ".join(sorted(kept)).encode())
        elif isinstance(part, pikepdf.Dictionary):
            digest.update(" ".join(sorted(part.keys())).encode("utf-8", "replace"))
            todo += [(value, depth + 1) for _, value in sorted(part.items())]
        elif isinstance(part, pikepdf.Array):
            digest.update(b"[%d" % len(part))
            todo += [(value, depth + 1) for value in part]
        elif isinstance(part, pikepdf.Object):
            digest.update(part.unparse())
        else:
            digest.update(repr(part if isinstance(part, bool) or part is None else float(part)).encode())
    return digest.digest()
