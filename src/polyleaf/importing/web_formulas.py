"""Formulas of web pages (MathML) as a line of text."""

from __future__ import annotations

from lxml import html

from polyleaf.importing.glyphs import raised
from polyleaf.importing.linear import alone, high, low, quotient

_UNSEEN = ("annotation", "annotation-xml", "mphantom")


def formula_in_one_line(node: html.HtmlElement) -> str:
    """A formula, or a part of one.

    Args:
        node: ``math``, or what stands in one.
    """
    line = " ".join((node.text or "").split())
    for one in node:
        said = _said(one)
        between = " " if one.tag == "mfrac" and line[-1:].isdigit() else ""  # one and a half
        line += between + said + " ".join((one.tail or "").split())
    return line


def _said(node: html.HtmlElement) -> str:  # noqa: PLR0911 - one case an element
    if not isinstance(node.tag, str) or node.tag in _UNSEEN:
        return ""
    parts = [_said(one) if len(one) else (one.text or "").strip() for one in node if isinstance(one.tag, str)]
    first, second, third = (*parts, "", "", "")[:3]
    match node.tag:
        case "mfrac":
            return quotient(first, second)
        case "msup" | "mover":
            return f"{alone(first)}{high(second)}"
        case "msub" | "munder":
            return f"{first}{low(second)}"
        case "msubsup" | "munderover":
            return f"{first}{low(second)}{high(third)}"
        case "msqrt":
            return f"√{alone(formula_in_one_line(node))}"
        case "mroot":
            return f"{raised(second)}√{alone(first)}"
        case "mfenced":
            inside = node.get("separators", ",").strip()[:1].join(parts)
            return f"{node.get('open', '(')}{inside}{node.get('close', ')')}"
        case _:
            return formula_in_one_line(node)
