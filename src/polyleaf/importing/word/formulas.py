"""Formulas of Word (OMML) as a line of text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from polyleaf.importing.glyphs import raised
from polyleaf.importing.linear import alone, high, low, quotient
from polyleaf.importing.word.parts import Node, local

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NO_TEXT = frozenset(["rPr", "ctrlPr", "fPr", "radPr", "dPr", "naryPr", "sSupPr", "sSubPr", "mPr", "eqArrPr", "accPr"])


def in_one_line(node: Node) -> str:
    """A formula, or a part of one, as people type it.

    Args:
        node: ``m:oMath``, or what stands in one.
    """
    line = ""
    for one in node:
        said = _said(one)
        if local(one) == "f" and line[-1:].isdigit():
            line += " "  # one and a half
        line += said
    return line


def _said(node: Node) -> str:  # noqa: C901, PLR0911, PLR0912 - one case an element
    name = local(node)
    if not name or name in _NO_TEXT:
        return ""
    match name:
        case "t":
            return node.text or ""
        case "f":
            return quotient(_part(node, "num"), _part(node, "den"))
        case "sSup":
            return f"{alone(_part(node, 'e'))}{high(_part(node, 'sup'))}"
        case "sSub":
            return f"{_part(node, 'e')}{low(_part(node, 'sub'))}"
        case "sSubSup":
            return f"{_part(node, 'e')}{low(_part(node, 'sub'))}{high(_part(node, 'sup'))}"
        case "rad":
            degree = _part(node, "deg")
            return f"{raised(degree)}√{alone(_part(node, 'e'))}"
        case "d":
            return _bracketed(node)
        case "func":
            return f"{_part(node, 'fName')} {alone(_part(node, 'e'))}"
        case "limLow" | "limUpp":
            return f"{_part(node, 'e')}{(low if name == 'limLow' else high)(_part(node, 'lim'))}"
        case "acc" | "bar":
            return _accented(node)
        case "sPre":
            return _led(node)
        case "nary":
            sign = _value(node, "naryPr", "chr") or "∫"
            return f"{sign}{low(_part(node, 'sub'))}{high(_part(node, 'sup'))} {_part(node, 'e')}"
        case "m" | "eqArr":
            rows = node.findall(f"{_M}mr") or [node]
            return "; ".join(", ".join(in_one_line(cell) for cell in row.findall(f"{_M}e")) for row in rows)
        case _:
            return in_one_line(node)


def _part(node: Node, name: str) -> str:
    found = node.find(f"{_M}{name}")
    return "" if found is None else in_one_line(found)


def _bracketed(node: Node) -> str:
    signs = [_value(node, "dPr", name) for name in ("begChr", "endChr", "sepChr")]
    opening, closing, between = (
        usual if sign is None else sign for sign, usual in zip(signs, ("(", ")", "|"), strict=True)
    )
    return f"{opening}{between.join(_all(node.findall(f'{_M}e')))}{closing}"


def _accented(node: Node) -> str:
    """A letter with a sign over it: the mean of x is no x."""
    sign = _value(node, "accPr", "chr") or "\u0302"
    over = "\u0305" if local(node) == "bar" else sign if unicodedata.combining(sign[:1] or " ") else ""
    part = _part(node, "e")
    return part + over if len(part) == 1 else f"{alone(part)}{over}"


def _led(node: Node) -> str:
    """Something with figures before it, as isotopes have: 99mTc."""
    below, above, part = (_part(node, name) for name in ("sub", "sup", "e"))
    if not below:
        return f"{raised(above)}{part}"
    return f"{high(above)}{low(below)} {part}"


def _all(nodes: Iterable[Node]) -> list[str]:
    return [in_one_line(one) for one in nodes]


def _value(node: Node, *names: str) -> str | None:
    for name in names:
        node = None if node is None else node.find(f"{_M}{name}")
    return None if node is None else str(node.get(f"{_M}val", ""))
