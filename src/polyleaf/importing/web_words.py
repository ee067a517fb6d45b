"""The words of a web page, read in the simplest way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import html

from polyleaf.importing.web_kinds import WHOLE, is_control, is_inline, is_unseen, whole_text
from polyleaf.importing.web_runs import Style

Drops = Callable[[html.HtmlElement], bool]


def words_in(node: html.HtmlElement, drops: Drops, style: Style) -> Iterator[str]:
    """The words in an element; blocks and what is hidden stand apart.

    Args:
        node: The element.
        drops: Whether an element has no words of the text.
        style: How words look there: letters of fonts of signs are signs.
    """
    if node.tag in WHOLE:
        yield whole_text(node)
        return
    style = style.of(node)
    text = [style.run(node.text or "").text]
    for one in node:
        if not drops(one):
            is_apart = is_unseen(one) or is_control(one) or one.tag == "rt"
            text.append(" \n" if not is_inline(one) or one.tag == "br" else " " if is_apart else "")
            text += words_in(one, drops, style)
            text.append(" \n" if not is_inline(one) else " " if is_apart else "")
        text.append(style.run(one.tail or "").text)
    yield "".join(text)


def line_of(node: html.HtmlElement, drops: Drops) -> str:
    """The words in an element as one line."""
    return " ".join("".join(words_in(node, drops, Style())).split())


def changed(node: html.HtmlElement) -> str:
    """What is told of words that a page shows as taken out (``del``) or put in (``ins``), and that are not taken."""
    what = "taken out" if node.tag == "del" else "put in"
    return f"Words that the page shows as {what} are not here: “{' '.join(node.text_content().split())[:60]}”"


def long_form(node: html.HtmlElement) -> Iterator[str]:
    """What a browser says of a short form when it is pointed at, as a note; nothing for anything else."""
    if node.tag == "abbr" and (meant := " ".join(node.get("title", "").split())):
        yield f"Hidden text: {node.text_content()}: {meant}"
