"""Entries of a box of risks, facts or times typed as a list, or one a line: "- {nerve_leak}: pain in the leg"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from polyleaf.model.box_kind import Content
from polyleaf.source.nodes import content_of, line_of

_FACT = r"\*{0,2}(?P<term>\{\w+\})\*{0,2}"
_DASH = r"[:：–—=-]"
_FACT_FIRST = re.compile(rf"{_FACT}\*{{0,2}}\s*{_DASH}?\*{{0,2}}\s+(?P<words>\S.*)")
_FACT_LAST = re.compile(rf"(?P<words>\S.*?)\s*{_DASH}\s*{_FACT}\.?")
_TIME_FIRST = re.compile(r"\*{0,2}(?P<term>[^:*\n]{2,60}?)\*{0,2}(?::\*{0,2}| [–—]) (?P<words>\S.*)")


@dataclass(frozen=True, slots=True)
class TypedEntry:
    """An entry as it was typed: its line, the number or time, and the words; both are Markdown."""

    line: int
    term: str
    words: str


def typed_entries(node: SyntaxTreeNode, content: Content) -> tuple[TypedEntry, ...]:
    """The entries that a list or a paragraph of lines is; none if one of its lines is something else."""
    if node.type in ("bullet_list", "ordered_list"):
        found = _entries(_items(node), content)
    elif node.type == "paragraph" and content is not Content.TIMES:
        lines = enumerate(content_of(node).split("\n"), line_of(node))
        found = _entries(lines, content)
    else:
        return ()
    return () if None in found else tuple(one for one in found if one)


def _items(node: SyntaxTreeNode) -> Iterator[tuple[int, str]]:
    """The line and the words of each item; of one that holds more than a paragraph, no words."""
    for item in node.children:
        alone = [child.type for child in item.children] == ["paragraph"]
        yield line_of(item), " ".join(content_of(item.children[0]).split("\n")) if alone else ""


def _entries(lines: Iterable[tuple[int, str]], content: Content) -> list[TypedEntry | None]:
    patterns = (_TIME_FIRST,) if content is Content.TIMES else (_FACT_FIRST, _FACT_LAST)
    return [_entry(line, text.strip(" \\"), patterns) for line, text in lines]


def _entry(line: int, text: str, patterns: tuple[re.Pattern[str], ...]) -> TypedEntry | None:
    match = next((found for one in patterns if (found := one.fullmatch(text))), None)
    return None if match is None else TypedEntry(line, match["term"].strip(), match["words"])
