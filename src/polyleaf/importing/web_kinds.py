"""What the elements of a web page are: in a line or a block of their own, seen or not, a box, a thing of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from polyleaf.importing.web_formulas import formula_in_one_line
from polyleaf.importing.web_runs import css_of

SKIPPED = frozenset(["script", "style", "template", "noscript", "head", "title", "rp"])
"""What no browser shows."""

FOREIGN = frozenset(["iframe", "object", "embed", "canvas", "video", "audio", "applet"])
"""What another page or program shows."""

WHOLE = frozenset(["input", "select", "math", "svg"])
"""Elements whose words are not those of what stands in them."""

_INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data", "del", "dfn", "em",
     "font", "i", "img", "input", "ins", "kbd", "label", "mark", "math", "meter", "output", "progress", "q", "rb", "rt",
     "ruby", "s", "samp", "select", "small", "span", "strike", "strong", "sub", "sup", "svg", "textarea", "time", "tt",
     "u", "var", "wbr"]
)  # fmt: skip
_BOX = re.compile(
    r"\b(?:alert|warning|caution|important|callout|box|panel|note|tip|info|notice|admonition|card|inset|emergency|polyleaf)\w*",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


def is_inline(node: html.HtmlElement) -> bool:
    """Whether an element stands in a line."""
    return node.tag in _INLINE


def is_unseen(node: html.HtmlElement) -> bool:
    """Whether an element is there and no browser shows it."""
    return node.get("hidden") is not None or bool(_UNSEEN.search(css_of(node)))


def is_box(node: html.HtmlElement) -> bool:
    """Whether an element has a frame, or a name of things that have one."""
    css = css_of(node)
    return node.tag in ("div", "section", "blockquote", "fieldset", "details") and bool(
        _BOX.search(" ".join((node.get("class", ""), node.get("role", ""))))
        or re.search(r"(?<![\w-])border\s*:\s*(?!0|none)", css)
    )


def whole_text(node: html.HtmlElement) -> str:
    """What is seen of one of the ``WHOLE``: what is chosen, what stands in a field, a formula, words of a drawing."""
    match node.tag:
        case "math":
            return formula_in_one_line(node)
        case "svg":
            return " ".join(" ".join(text.itertext()) for text in node.iter("text"))
        case "select":
            return ", ".join(_chosen(node))
        case _:
            return _typed(node)


def _chosen(node: html.HtmlElement) -> Iterator[str]:
    options = list(node.iter("option"))
    for one in [one for one in options if one.get("selected") is not None] or options[:1]:
        yield " ".join(one.text_content().split())


def _typed(node: html.HtmlElement) -> str:
    kind = node.get("type", "text").lower()
    if kind in ("hidden", "file", "image", "password"):
        return ""
    if kind in ("checkbox", "radio"):
        return "☐ " if node.get("checked") is None else "☑ "
    return str(node.get("value") or node.get("placeholder") or "")
