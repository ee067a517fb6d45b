"""Markdown of other programs as a web page: reference links, headings underlined, HTML in it, footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from polyleaf.manuscript.faults import FaultLog
from polyleaf.source.fences import colon_fences, fence_of
from polyleaf.source.yaml_tree import Entries, Items, Scalar, read_yaml


def as_web_page(text: str) -> str:
    """A page (HTML) with the text of a Markdown file; it is read by programs, never shown."""
    markdown = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable(["table", "strikethrough"])
    markdown.use(colon_fences).use(deflist_plugin).use(footnote_plugin)
    markdown.add_render_rule("box_open", _box_open)
    markdown.add_render_rule("box_raw", _box_raw)
    markdown.add_render_rule("footnote_anchor", lambda *_: "")
    return f"<!DOCTYPE html><html><body>\n{markdown.render(text)}</body></html>"


def _box_open(_self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    fence = fence_of(tokens[index].meta)
    title = f"<p><strong>{escape(fence.argument)}</strong></p>" if fence.argument else ""
    return f'<div class="polyleaf {escape(fence.name)}">{title}\n'


def _box_raw(_self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    """A figure or a contact: options, then words."""
    fence = fence_of(tokens[index].meta)
    lines = [line.strip() for _, line in fence.lines]
    alt = next((line.removeprefix(":alt:").strip() for line in lines if line.startswith(":alt:")), "")
    words = " ".join(line for line in lines if line and not line.startswith((":alt:", ":width:")))
    if fence.name != "figure":
        return f"<p>{escape(f'{fence.argument} {words}')}</p>\n"
    picture = f'<img src="{escape(fence.argument)}" alt="{escape(alt)}">'
    return f"<figure>{picture}<figcaption>{escape(words)}</figcaption></figure>\n"


def front_values(front: str) -> dict[str, str]:
    """The plain values of a front matter, and lists of them; nothing if it cannot be read."""
    tree = read_yaml(front, 1, FaultLog(""))
    if tree is None:
        return {}
    found = {key: entry.value for key, entry in tree.entries.items()}
    return {key: ", ".join(_plain(value)) for key, value in found.items()}


def _plain(value: Scalar | Items | Entries) -> Iterator[str]:
    match value:
        case Scalar(text=text):
            yield text
        case Items(items=values):
            for one in values:
                yield from _plain(one)
        case Entries(entries=entries):
            for key, entry in entries.items():
                yield f"{key}: {', '.join(_plain(entry.value))}"
