"""Formulas of Word (OMML) as a line of text."""

from __future__ import annotations

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


def _said(node: Node) -> str:  # noqa: C901, PLR0911 - one case an element
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


def _all(nodes: Iterable[Node]) -> list[str]:
    return [in_one_line(one) for one in nodes]


def _value(node: Node, *names: str) -> str | None:
    for name in names:
        node = None if node is None else node.find(f"{_M}{name}")
    return None if node is None else str(node.get(f"{_M}val", ""))
