"""Colon fences as a markdown-it block rule: ``:::{important} Title`` to ``:::``.

Tokens: ``box_open`` / ``box_close`` around blocks, ``box_raw`` for fences whose lines are not Markdown blocks,
``box_stray`` for a closing line that closes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from polyleaf.model.boxes import BOXES

_FENCE = re.compile(r"(:{3,})[ \t]*(.*?)[ \t]*")
_BRACED = re.compile(r"\{[ \t]*([^{}]*?)[ \t]*\}[ \t]*(.*)")
_CLOSED_TOO = re.compile(r"[ \t]+:{3,}$")
"""A closing mark at the end of the opening line: "{tip} Wear loose clothes :::"."""

_META = "polyleaf"


@dataclass(frozen=True, slots=True)
class Fence:
    """An opening line and what belongs to it.

    Attributes:
        name: First word in the braces, in small letters.
        argument: What follows the braces.
        braced: Whether there were braces.
        closed: Whether a closing line was found.
        crowded: Line index of a fence inside with as many colons, or None.
        lines: Raw lines and their line indexes (``box_raw`` only).
        marks: Further words in the braces, in small letters.
    """

    name: str
    argument: str
    braced: bool
    closed: bool
    crowded: int | None
    lines: tuple[tuple[int, str], ...] = ()
    marks: tuple[str, ...] = ()


def colon_fences(markdown: MarkdownIt) -> None:
    """Adds the rule to a parser."""
    ends = ["paragraph", "reference", "blockquote", "list"]
    markdown.block.ruler.before("fence", "colon_fence", _rule, {"alt": ends})


def fence_of(meta: dict[str, object]) -> Fence:
    """The fence of a ``box_open`` or ``box_raw`` token."""
    fence = meta[_META]
    if not isinstance(fence, Fence):
        raise TypeError(fence)
    return fence


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _fence_line(state, start)
    if line is None:
        return False
    if silent:
        return True
    colons, info = line
    if not info:
        state.push("box_stray", "", 0).map = [start, start + 1]
        state.line = start + 1
        return True
    stop, closed, crowded = _find_end(state, start, end, colons)
    if one_line := info.startswith("{") and _CLOSED_TOO.search(info):
        info = info[: one_line.start()]
        if not closed or crowded is not None:
            return _one_line(state, start, info)
    words, argument, braced = _name(info)
    name, *marks = words.split() or [""]
    if name in BOXES and BOXES[name].content.is_raw:
        lines = tuple(
            (index, state.getLines(index, index + 1, state.blkIndent, False)) for index in range(start + 1, stop)
        )
        token = state.push("box_raw", "", 0)
        token.meta[_META] = Fence(name, argument, braced, closed, crowded, lines, tuple(marks))
        token.map = [start, stop]
    else:
        token = state.push("box_open", "div", 1)
        token.meta[_META] = Fence(name, argument, braced, closed, crowded, marks=tuple(marks))
        token.map = [start, stop]
        parent, limit = state.parentType, state.lineMax
        # Paragraphs inside must not run on past the closing line.
        state.parentType, state.lineMax = "container", stop
        state.md.block.tokenize(state, start + 1, stop)
        state.parentType, state.lineMax = parent, limit
        state.push("box_close", "div", -1)
    state.line = stop + closed
    return True


def _one_line(state: StateBlock, start: int, info: str) -> bool:
    """A box that is opened, filled and closed on one line."""
    words, argument, braced = _name(info)
    name, *marks = words.split() or [""]
    raw = name in BOXES and BOXES[name].content.is_raw
    opening = state.push("box_raw" if raw else "box_open", "" if raw else "div", 0 if raw else 1)
    opening.meta[_META] = Fence(name, argument if raw else "", braced, True, None, marks=tuple(marks))
    opening.map = [start, start + 1]
    if not raw:
        state.push("paragraph_open", "p", 1).map = [start, start + 1]
        words_of = state.push("inline", "", 0)
        words_of.content, words_of.map, words_of.children = argument, [start, start + 1], []
        state.push("paragraph_close", "p", -1)
        state.push("box_close", "div", -1)
    state.line = start + 1
    return True


def _line(state: StateBlock, index: int) -> str:
    return state.src[state.bMarks[index] + state.tShift[index] : state.eMarks[index]]


def _fence_line(state: StateBlock, index: int) -> tuple[int, str] | None:
    """Number of colons and what follows, if the line is a fence."""
    if state.is_code_block(index):
        return None
    match = _FENCE.fullmatch(_line(state, index))
    return (len(match[1]), match[2]) if match else None


def _find_end(state: StateBlock, start: int, end: int, colons: int) -> tuple[int, bool, int | None]:
    """Where the fence ends: line index, whether it is closed there, a fence inside with as many colons.

    A fence that nobody closed ends before the next one with as many colons, so that one slip is one fault.
    """
    open_fences = [colons]
    crowded = None
    for index in range(start + 1, end):
        if not state.isEmpty(index) and state.sCount[index] < state.blkIndent:
            end = index  # the list item around it ends here
            break
        line = _fence_line(state, index)
        if line is None:
            continue
        count, info = line
        if info:
            if count >= colons and crowded is None:
                crowded = index
            open_fences.append(count)
            continue
        if count in open_fences:
            while open_fences.pop() != count:
                pass
        elif count > open_fences[-1]:
            open_fences.pop()
        if not open_fences:
            return index, True, crowded
    return end if crowded is None else crowded, False, None


def _name(info: str) -> tuple[str, str, bool]:
    match = _BRACED.fullmatch(info)
    if match:
        return match[1].lower(), match[2], True
    name, _, argument = info.partition(" ")
    return name.strip("{}").lower(), argument.strip(), False
