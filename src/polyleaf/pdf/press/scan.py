"""Finds in a content stream the few operations that matter to a press, and passes over the rest in one go.

A page of Nastaliq has thousands of operators that place letters; none of them is looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from polyleaf.pdf.press.refusal import PressRefusal

_SPACE = rb"[\x00\t\n\f\r ]"
_END = rb"(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z)"
_NUMBER = rb"[+-]?(?:\d++\.?+\d*+|\.\d++)"
_NUMBERS = rb"(?>(?:" + _NUMBER + _SPACE + rb"++){0,32})"  # no operator has more, and endless ones take no time
_HEX = rb"<[0-9A-Fa-f\x00\t\n\f\r ]*+>"
_LITERAL = rb"\((?>(?:[^()\\]++|\\.)*)\)"
_STRING = rb"(?:" + _HEX + rb"|" + _LITERAL + rb")"
_ARRAY = rb"\[(?>(?:[^\[\]()<>]++|" + _STRING + rb")*)\]"
_NAME = rb"/[^\x00\t\n\f\r ()<>\[\]{}/%]*+"
_PROPERTIES = rb"<<(?>(?:[^<>()]++|<<(?>(?:[^<>()]++|" + _STRING + rb")*)>>|" + _STRING + rb")*)>>"

_DULL = (
    rb"(?>(?:" + _SPACE + rb"++"
    rb"|" + _NUMBERS + rb"(?:T[mdDcwzLsr*]|[mlcvyhnwJjMi]|re|W\*?|[Bb]\*?|[Ss])" + _END + rb"|"
    rb"(?:" + _ARRAY + rb"|" + _STRING + rb")" + _SPACE + rb"*+(?:TJ|Tj|')" + _END + rb"|"
    rb"" + _NAME + _SPACE + rb"++" + _NUMBER + _SPACE + rb"++Tf" + _END + rb"|"
    rb"" + _ARRAY + _SPACE + rb"*+" + _NUMBER + _SPACE + rb"++d" + _END + rb"|"
    rb"%[^\r\n]*+)*)"
)
_TOKEN = re.compile(
    _DULL + rb"(?:"
    rb"(?P<colour>" + _NUMBERS + rb"(?:rg|RG|g|G|k|K|scn?|SCN?)" + _END + rb")"
    rb"|(?P<shape>" + _NUMBERS + rb"(?:cm|f\*?|F)" + _END + rb")"
    rb"|(?P<named>" + _NUMBERS + rb"" + _NAME + _SPACE + rb"++(?:cs|CS|scn|SCN|gs|Do|sh|ri)" + _END + rb")"
    rb"|(?P<mark>" + _NAME + _SPACE + rb"*+(?>(?:(?:" + _PROPERTIES + rb"|" + _NAME + rb")" + _SPACE + rb"*+)?)"
    rb"(?:BMC|BDC|MP|DP)" + _END + rb"|EMC" + _END + rb")"
    rb"|(?P<state>(?:q|Q|BT|ET)" + _END + rb")"
    rb"|(?P<image>BI" + _END + rb")"
    rb"|(?P<other>(?>(?:"
    + _NUMBER
    + _SPACE
    + rb"++){1,32})|"
    + _STRING
    + rb"|"
    + _NAME
    + rb"|"
    + _ARRAY
    + rb"|[A-Za-z'\"*0-9]++|.)"
    rb"|\Z)",
    re.DOTALL,
)
_INLINE = re.compile(rb"BI\b(.*?)\bID[\x00\t\n\f\r ].*?[\x00\t\n\f\r ]EI" + _END, re.DOTALL)
_STENCIL = re.compile(rb"/(?:IM|ImageMask)\s+true\b")
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)


class Operation(NamedTuple):
    """An operator with its operands.

    Attributes:
        operator: The operator; b"BI" for an inline image, b"EMC" and the like for marks.
        start, end: Where operands and operator stand in the stream.
        numbers: Operands that are numbers.
        name: The last operand that is a name, with its slash; "" if there is none.
    """

    operator: bytes
    start: int
    end: int
    numbers: tuple[float, ...] = ()
    name: str = ""


def scan(content: bytes) -> Iterator[Operation]:
    """Every operation on colour, state, marks and text objects, what moves the page and what fills a shape, in order.

    Raises:
        PressRefusal: There is something in it that cannot be followed.
    """
    position, end = 0, len(content)
    while position < end:
        found = _TOKEN.match(content, position)
        if found is None:
            raise PressRefusal("the content of a page is damaged")
        kind = found.lastgroup
        position = found.end()
        if kind is None:
            return
        start, written = found.start(kind), found[kind]
        if kind in ("colour", "shape"):
            *numbers, operator = written.split()
            yield Operation(operator, start, position, tuple(map(float, numbers)))
        elif kind == "named":
            *numbers, name, operator = written.split()
            yield Operation(operator, start, position, tuple(map(float, numbers)), name.decode("latin-1"))
        elif kind == "mark":
            yield Operation(written[-3:].strip(), start, position)
        elif kind == "state":
            yield Operation(written, start, position)
        elif kind == "image":
            position = _after_stencil(content, start)
        elif written == b"(":  # a string with brackets inside
            position = _after_string(content, position)


def _after_stencil(content: bytes, start: int) -> int:
    """Where an inline image ends that is a letter of a bitmap font: it has no colour of its own."""
    found = _INLINE.match(content, start)
    if found is None or not _STENCIL.search(found[1]):
        raise PressRefusal("a picture stands inside the content of a page (an inline image)")
    return found.end()


def _after_string(content: bytes, start: int) -> int:
    depth = 1
    for found in _BRACKET.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise PressRefusal("the content of a page is damaged: a string does not end")
