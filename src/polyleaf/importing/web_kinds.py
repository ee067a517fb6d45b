"""What the elements of a web page are: in a line or a block of their own, seen or not, a box, a thing of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from polyleaf.importing.gathered import Role
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
_ROLES = {
    "msotitle": Role.TITLE, "title": Role.TITLE, "msosubtitle": Role.SUBTITLE, "subtitle": Role.SUBTITLE,
    "msocaption": Role.CAPTION,
}  # fmt: skip
_BOX = re.compile(
    r"\b(?:alert|warning|caution|important|callout|box|panel|note|tip|info|notice|admonition|card|inset|emergency|polyleaf)\w*",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


def is_inline(node: html.HtmlElement) -> bool:
    """Whether an element stands in a line; one that is not of HTML does, if nothing in it is a block."""
    tag = str(node.tag)
    if ":" in tag or "-" in tag:
        return all(is_inline(one) for one in node if isinstance(one.tag, str))
    return tag in _INLINE


def role_of(node: html.HtmlElement) -> Role:
    """What a paragraph is by its class, in pages that Word and Google Docs wrote."""
    names = node.get("class", "").lower().split() if node.tag == "p" else ()
    return next((role for name, role in _ROLES.items() if name in names), Role.TEXT)


def is_of_contents(node: html.HtmlElement) -> bool:
    """Whether a paragraph is a line of a table of contents that Word wrote."""
    return node.tag == "p" and any(name.startswith("msotoc") for name in node.get("class", "").lower().split())


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
