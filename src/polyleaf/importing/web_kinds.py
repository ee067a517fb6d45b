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
_AROUND = {"q": ("“", "”"), "rt": (" (", ")")}
_FOLDED = re.compile(r"\b(?:accordion|collaps|panel|tab-?pane|tab-?content|toggle|expand|details|faq)")
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


def is_control(node: html.HtmlElement) -> bool:
    """Whether an element of a form holds words that stand apart from those around it."""
    return node.tag in ("button", "textarea") or "sdfootnotesym" in node.get("class", "")


def name_of(node: html.HtmlElement) -> str:
    """An element for people: what it is, and the words that its author gave it."""
    named = " ".join((node.get("title") or node.get("aria-label") or "").split())[:60]
    return f"<{node.tag}>" + (f", “{named}”" if named else "")


def around(node: html.HtmlElement) -> tuple[str, str]:
    """What is seen before and behind the words of an element."""
    return _AROUND.get(str(node.tag), (" ", " ") if is_control(node) else ("", ""))


def heading_level(node: html.HtmlElement) -> int:
    """Level of a heading, from 1; 0 if an element is none."""
    if match := re.fullmatch(r"h([1-6])", str(node.tag)):
        return int(match[1])
    level = node.get("aria-level", "2")
    return int(level) if node.get("role") == "heading" and re.fullmatch("[1-6]", level) else 0


def names_of(node: html.HtmlElement) -> tuple[str, ...]:
    """The names to which links in the page lead if they lead to this heading: its own, and those of what it begins."""
    around = [node]
    while (up := around[-1].getparent()) is not None and up.tag != "body":
        before = around[-1].getprevious()
        if (up.text or "").strip() or (before is not None and (before.tag != "a" or len(before) or before.text)):
            break
        around += [up] if before is None else [before]
        if before is not None:
            break
    inside = [one for one in node.iter() if isinstance(one.tag, str)]
    names = (one.get(key) for one in (*around, *inside) for key in ("id", "name"))
    return tuple(dict.fromkeys(name for name in names if name))


def is_margin(node: html.HtmlElement) -> bool:
    """Whether an element stands round the text: navigation, what stands beside it, headers and footers."""
    within = {str(one.tag) for one in node.iterancestors()}
    match str(node.tag):
        case "nav":
            return True
        case "aside":
            return not within & {"main", "article"}
        case "footer":
            return not within & {"article", "blockquote", "section"}
        case "header":
            return node.getparent().tag == "body" and node.find(".//h1") is None
        case "div":
            return node.get("title") in ("header", "footer")  # of LibreOffice
        case _:
            return False


def is_comment(node: html.HtmlElement) -> bool:
    """Whether an element is a comment that Word wrote."""
    return "mso-element:comment" in css_of(node).replace(" ", "") and "msocomtxt" in node.get("class", "")


def is_unseen(node: html.HtmlElement) -> bool:
    """Whether an element is there and no browser shows it, or shows it only to who goes from link to link."""
    names = node.get("class", "").lower()
    if node.get("role") == "tabpanel" or _FOLDED.search(names):
        return False  # it is seen as soon as somebody clicks
    skips = node.tag == "a" and "skip" in names and node.get("href", "").startswith("#")
    return (
        skips or node.get("hidden") is not None or "msocommentreference" in names or bool(_UNSEEN.search(css_of(node)))
    )


def is_box(node: html.HtmlElement) -> bool:
    """Whether an element has a frame, or a name of things that have one."""
    css = css_of(node)
    names = [name for name in node.get("class", "").split() if "__" not in name]  # a part of a box is none
    return node.tag in ("div", "section", "blockquote", "fieldset", "details", "aside") and bool(
        node.tag == "aside"
        or _BOX.search(" ".join((*names, node.get("role", ""))))
        or re.search(r"(?<![\w-])border(?:-(?:left|right|inline-start))?\s*:\s*(?!0|none)", css)
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
