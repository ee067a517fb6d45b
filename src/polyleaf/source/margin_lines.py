"""A whole line at the margin under a list: the paragraph behind it, and no more of its last item."""

from __future__ import annotations

import re
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from polyleaf.source.alike_lines import has_room
from polyleaf.source.typed_lines import MARKED, NUMBERED, Column, is_prose, is_short

_HEADS = frozenset("◎※★☆☞◈▣♦◆◇■▼○")
"""Signs that people put before the words above a list, where it has other marks."""

_MOVED_IN = re.compile(r"[ ]{1,3}(?:[-*+]|\d+[.)])\s+\S")
_VALUE = re.compile(r"(?:\d[ \u00a0]?(?:[^\W\d_]{1,3}|[%°)])?[.;]?|[;)])\s*$")
"""A number, perhaps with its unit, or a sign that ends an item."""

_MARK = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
WIDTH = "width"
"""Key of the width of a leaflet (``column``) in what markdown-it is told beside the text."""
_MARKED_AT = "marked_at"
"""Key, in the same, of the line behind the last one with a mark that was looked for."""


def lines_at_the_margin(markdown: MarkdownIt) -> None:
    """Plugin of markdown-it: a whole line at the margin under the last item of a list is a paragraph behind the list.

    CommonMark takes it for a part of the item, as if an editor had wrapped it: "Call 999 if you hit your head" would
    belong to the last bullet alone.
    """
    markdown.block.ruler.before("paragraph", "line_at_the_margin", _at_the_margin, {"alt": ["paragraph"]})


def _at_the_margin(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not silent or state.parentType != "paragraph" or not state.sCount[start] < state.blkIndent or not start:
        return False
    line, above = (_line(state, number) for number in (start, start - 1))
    if line[:1].islower() and _is_moved_back(above, line, state.env.get(WIDTH, Column())):
        return not _goes_on_marked(state, start, end)
    return (
        line[:1] == line[:1].lstrip()
        and not line[:1].islower()
        and is_prose(line)
        and (
            NUMBERED.match(line) is not None
            or is_short(_MARK.sub("", above).strip(), line.strip(), state.env.get(WIDTH, Column()))
        )
        and (line.rstrip().endswith((":", "?")) or line[0] in _HEADS or not _goes_on_marked(state, start, end))
    )


def _is_moved_back(above: str, line: str, width: Column) -> bool:
    """Whether a sentence goes on below a list that stands in its middle: items are moved in, and the line is not.

    The item above has had room for more, and is at its end: "… 2 dl", "… 6 h".
    """
    item = _MOVED_IN.match(above)
    return item is not None and has_room(above.rstrip(), line, width.usual) and _VALUE.search(above) is not None


def _goes_on_marked(state: StateBlock, start: int, end: int) -> bool:
    """Whether a line with a mark of its own follows, before an empty one. All lines before it have the same answer."""
    if start >= state.env.get(_MARKED_AT, 0):
        filled = takewhile(lambda number: _line(state, number).strip(), range(start, end))
        found = next((number for number in filled if MARKED.match(_line(state, number))), None)
        if found is None:
            return False
        state.env[_MARKED_AT] = found + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.getLines(number, number + 1, 0, False)
