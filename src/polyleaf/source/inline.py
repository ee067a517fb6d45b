"""Inline Markdown to inline content: the one parser for msgids and for translations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image
from markdown_it.token import Token
from mdurl import encode

from polyleaf.model.inline import Emphasis, FactMark, Inline, LineBreak, Link, Strong, Words, walk
from polyleaf.source.marks import code, stress

TEXT_LIMIT = 8_000
"""Most characters of one text that is read as Markdown; a page of large print has about a thousand."""

_PIECE = re.compile(r"\{\{|\}\}|\{([A-Za-z_][A-Za-z0-9_]*)\}")
_PLACEHOLDER = re.compile(r"(\{[A-Za-z_][A-Za-z0-9_]*\})")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|#)\S|\{[A-Za-z_][A-Za-z0-9_]*\}", re.IGNORECASE)
_FACT = "polyleaf_fact"
_HARD_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_TICK = re.compile(r"\[[ \u00a0]\](?!\()")
"""A box to tick, as it is typed."""


def _braces(state: StateInline, silent: bool) -> bool:
    """Inline rule for ``{name}``, ``{{`` and ``}}``; a brace on its own stays text."""
    match = _PIECE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        if match[1]:
            state.push(_FACT, "", 0).content = match[1]
        else:
            state.pending += match[0][0]
    state.pos = match.end()
    return True


def _valid_link(url: str) -> bool:
    # Only what a reader of paper or PDF can follow, a heading of the leaflet too (#risks); others are printed as text.
    return _ADDRESS.match(url) is not None


def _normal_link(url: str) -> str:
    # Placeholders keep their braces; everything between them is percent-encoded as CommonMark does. The name of a
    # heading stays as it is written.
    if url.startswith("#"):
        return url
    return "".join(part if _PLACEHOLDER.fullmatch(part) else encode(part) for part in _PLACEHOLDER.split(url))


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.inline.ruler.after("text", "braces", _braces)
    markdown.inline.ruler.at("emphasis", stress)
    markdown.inline.ruler.at("backticks", code)
    markdown.normalizeLink = _normal_link  # type: ignore[method-assign]
    return markdown


_ANY_ADDRESS = _parser()
_ANY_ADDRESS.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - the name is markdown-it's


def _image(state: StateInline, silent: bool) -> bool:
    """CommonMark's image rule, with any address: only the alt text is kept of it."""
    strict, state.md = state.md, _ANY_ADDRESS
    try:
        return image(state, silent)
    finally:
        state.md = strict


_MARKDOWN = _parser()
_MARKDOWN.validateLink = _valid_link  # type: ignore[method-assign]
_MARKDOWN.inline.ruler.at("image", _image)


def parse_inline(markdown: str) -> tuple[Inline, ...]:
    """The inline content of ``markdown``; never raises, whatever the string holds.

    CommonMark inlines with ``{name}`` for facts and ``{{``, ``}}`` for braces. HTML is printed as text,
    images are reduced to their alt text, code to its words, soft breaks to spaces, ``[ ]`` to a box to tick. Stars and
    underscores that are no marks (2*1, ____) stay (see ``marks``). A link to anything but a web page,
    an e-mail address, a telephone, a heading (``#risks``) or a fact is printed as text. Adjacent words are joined,
    and stress in stress and links in links are flattened, so the result is at most three levels deep.
    Text longer than ``TEXT_LIMIT`` is printed as it stands.

    Args:
        markdown: One block's text, from a leaflet or from a translator.
    """
    if len(markdown) > TEXT_LIMIT:
        return (Words(markdown),)
    try:
        tokens = _MARKDOWN.parseInline(markdown)[0].children or []
    except RecursionError:
        # Thousands of nested images; nobody means that, and nothing may be lost: print it as it is.
        return (Words(markdown),)
    return _Tree().grow(tokens)


class _Tree:
    """Turns the flat tokens into nested inlines. A stack, because depth is the author's choice."""

    def __init__(self) -> None:
        self._open: list[tuple[type[Strong | Emphasis | Link] | None, str, list[Inline]]] = [(None, "", [])]
        self._autolink = False

    def grow(self, tokens: list[Token]) -> tuple[Inline, ...]:
        for token in tokens:
            self._take(token)
        while len(self._open) > 1:
            self._close()
        return _without_indent(_joined(self._open[0][2]))

    def _take(self, token: Token) -> None:
        match token.type:
            case "strong_open":
                self._open.append((Strong, token.markup, []))
            case "em_open":
                self._open.append((Emphasis, token.markup, []))
            case "link_open":
                self._autolink = token.markup == "autolink"
                self._open.append((Link, str(token.attrGet("href") or ""), []))
            case "strong_close" | "em_close" | "link_close":
                self._autolink = False
                self._close()
            case "text" if self._autolink:
                # The words of an autolink have not passed the rule for braces.
                self._open[-1][2].extend(_split(token.content))
            case _:
                self._open[-1][2].extend(_leaves(token))

    def _close(self) -> None:
        if len(self._open) == 1:
            return
        kind, mark, children = self._open.pop()
        target = self._open[-1][2]
        if kind in (Strong, Emphasis) and not _says_something(children):
            target.extend((Words(mark), *children, Words(mark)))  # __/__/__ is a place for a date
        elif kind is None or any(kind is outer for outer, _, _ in self._open):
            target.extend(children)
        elif kind is Link:
            # A link without words would be invisible on paper: print its address.
            target.append(Link(mark, _joined(children) or _joined(list(_split(mark)))))
        else:
            target.append(kind(_joined(children)))  # type: ignore[call-arg,arg-type]


def _leaves(token: Token) -> Iterator[Inline]:
    match token.type:
        case "softbreak":
            yield Words(" ")
        case "hardbreak":
            yield LineBreak()
        case "image":
            for child in token.children or []:
                yield from _leaves(child)
        case "code_inline":
            yield from _split(token.content)
        case str() as kind if kind == _FACT:
            yield FactMark(token.content)
        case _:
            if token.content:
                yield Words(_TICK.sub("☐", token.content))


def _says_something(children: list[Inline]) -> bool:
    """Whether there is a letter, a digit or a fact in it: signs alone are not stressed."""
    found = any(isinstance(one, FactMark) for one in walk(tuple(children)))
    return found or any(char.isalnum() for one in walk(tuple(children)) if isinstance(one, Words) for char in one.text)


def _split(text: str) -> Iterator[Inline]:
    """Words and facts of text that the inline rules have not seen (code, autolinks)."""
    end = 0
    for match in _PIECE.finditer(text):
        yield Words(text[end : match.start()])
        yield FactMark(match[1]) if match[1] else Words(match[0][0])
        end = match.end()
    yield Words(text[end:])


def _without_indent(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without the hard spaces before the first word of a line, with which somebody moved it in."""
    done: list[Inline] = []
    for inline in inlines:
        begins = not done or isinstance(done[-1], LineBreak)
        if begins and isinstance(inline, Words) and inline.text[:1] in _HARD_SPACES:
            inline = Words(inline.text.lstrip(f" {_HARD_SPACES}"))  # noqa: PLW2901 - the same, moved back
        if inline != Words(""):
            done.append(inline)
    return tuple(done)


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Adjacent words as one, empty ones dropped."""
    joined: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Words):
            if not inline.text:
                continue
            if joined and isinstance(joined[-1], Words):
                joined[-1] = Words(joined[-1].text + inline.text)
                continue
        joined.append(inline)
    return tuple(joined)
