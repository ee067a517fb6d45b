"""Splits a content stream into operations (ISO 32000-1, 7.8.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from polyleaf.pdf.limits import OPERANDS
from polyleaf.pdf.unreadable import UnreadablePdf

Operand = float | bytes | str | list["Operand"]
"""A number, a string, a name (with its slash), an array, or ``true``, ``false`` and ``null``.

Dictionaries come as their names and values in a row.
"""

Operation = tuple[bytes, list[Operand]]
"""An operator and the operands before it."""

_SPACE = rb"\x00\t\n\f\r "
_DELIMITER = rb"()<>\[\]{}/%"
_NUMBER = rb"[+-]?(?:\d++\.?+\d*+|\.\d++)"
_TOKEN = re.compile(
    rb"[" + _SPACE + rb"]*+(?:"
    rb"(?P<call>(?>(?:" + _NUMBER + rb"[ \n\r]++){1,6})[A-Za-z*]++(?=[" + _SPACE + _DELIMITER + rb"]|\Z))"
    rb"(?:[ \n\r](?P<shown><[0-9A-Fa-f]{4}>)[ \n\r]?Tj(?=[" + _SPACE + _DELIMITER + rb"]|\Z))?"
    rb"|(?P<tag>/[^" + _SPACE + _DELIMITER + rb"]*)[ \n\r]?<<(?P<key>/MCID|/ActualText)[ \n\r]?"
    rb"(?:(?P<mcid>\d{1,9})|(?P<actual><[0-9A-Fa-f]*>))>>[ \n\r]?BDC(?=[" + _SPACE + _DELIMITER + rb"]|\Z)"
    rb"|(?P<letter><[0-9A-Fa-f]{4}>[ \n\r]?Tj(?=[" + _SPACE + _DELIMITER + rb"]|\Z))"
    rb"|(?P<number>" + _NUMBER + rb"(?=[" + _SPACE + _DELIMITER + rb"]|\Z))"
    rb"|(?P<glyphs>\[[0-9A-Fa-f<>.+\-" + _SPACE + rb"]*\])"
    rb"|(?P<word>[^" + _SPACE + _DELIMITER + rb"]+)"
    rb"|(?P<name>/[^" + _SPACE + _DELIMITER + rb"]*)"
    rb"|(?P<hexed><[0-9A-Fa-f" + _SPACE + rb"]*>)"
    rb"|(?P<literal>\((?>(?:[^()\\]+|\\.)*)\))"
    rb"|(?P<nested>\()"
    rb"|(?P<open>\[)|(?P<close>\])"
    rb"|%[^\r\n]*|.|\Z)",  # comments and strays: a token is found at any place, so no search runs twice
    re.DOTALL,
)
_CONSTANTS = {b"true": "true", b"false": "false", b"null": "null"}
_GLYPHS = re.compile(rb"<([^<>]*)>|([^<>\[\]" + _SPACE + rb"]+)")
_HEX_SPACE = re.compile(rb"[" + _SPACE + rb"]+")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r\n": b"", b"\r": b"", b"\n": b""}
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_READABLE = rb"[\x20-\x7e\t\r\n\f]"
_IMAGE_END = re.compile(
    rb"[" + _SPACE + rb"]EI(?=\Z|[" + _SPACE + rb"](?:" + _READABLE + rb"{10}|" + _READABLE + rb"{0,9}\Z))"
)
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


def operations(  # noqa: C901, PLR0912, PLR0915 - one branch a kind of token
    content: bytes,
) -> Iterator[Operation]:
    """Every operator with the operands before it, in order.

    What makes no sense is passed over, as viewers do. Takes time linear in the length of ``content``.

    Raises:
        UnreadablePdf: An operator has more operands than any can use.
    """
    operands: list[Operand] = []
    outer: list[list[Operand]] = []
    position: int | None = 0
    while position is not None:
        start, position = position, None
        for found in _TOKEN.finditer(content, start):
            kind = found.lastgroup
            if kind in ("call", "shown"):  # numbers and their operator at once: most of every page
                *digits, word = found["call"].split()
                operands += map(float, digits)
                yield word, operands
                if word == b"ID":
                    operands = []
                    outer.clear()
                    position = _after_image(content, found.end("call"))
                    break
                if kind == "shown":  # a letter at its place: most of a page of Nastaliq
                    yield b"Tj", [bytes.fromhex(found[kind][1:5].decode("ascii"))]
            elif kind in ("mcid", "actual"):  # the beginning of marked content
                value = float(found[kind]) if kind == "mcid" else _unhex(found[kind][1:-1])
                operands += (_name(found["tag"]), found["key"].decode("ascii"), value)
                yield b"BDC", operands
            elif kind == "letter":  # a letter shown by itself
                operands.append(bytes.fromhex(found[kind][1:5].decode("ascii")))
                yield b"Tj", operands
            elif kind == "word":
                word = found[kind]
                if word in _CONSTANTS:
                    operands.append(_CONSTANTS[word])
                    continue
                yield word, operands
                if word == b"ID":
                    operands = []
                    outer.clear()
                    position = _after_image(content, found.end())
                    break
            else:
                if kind == "number":
                    operands.append(float(found[kind]))
                elif kind == "glyphs":
                    operands.append(_glyph_array(found[kind]))
                elif kind == "name":
                    operands.append(_name(found[kind]))
                elif kind == "hexed":
                    operands.append(_unhex(found[kind][1:-1]))
                elif kind == "literal":
                    operands.append(_unescape(found[kind][1:-1]))
                elif kind == "nested":
                    position = _after_string(content, found.end())
                    operands.append(_unescape(content[found.end() : position - 1]))
                    break
                elif kind == "open":
                    outer.append(operands)
                    operands = []
                elif kind == "close" and outer:
                    outer[-1].append(operands)
                    operands = outer.pop()
                if len(operands) > OPERANDS or len(outer) > OPERANDS:
                    raise UnreadablePdf(f"the page content has more than {OPERANDS} operands before one operator")
                continue
            operands = []
            outer.clear()


def _glyph_array(array: bytes) -> list[Operand]:
    """The array of a ``TJ`` that holds hexadecimal strings and numbers only: what every typesetter writes."""
    # WeasyPrint puts a 0 between any two glyphs that need no kerning: they are one string.
    whole = array.replace(b">0<", b"")
    return [_number(number) if number else _unhex(glyphs) for glyphs, number in _GLYPHS.findall(whole)]


def _number(digits: bytes) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _unhex(digits: bytes) -> bytes:
    digits = _HEX_SPACE.sub(b"", digits)
    try:
        return bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode("ascii"))
    except ValueError:
        return b""


@lru_cache(maxsize=1000)
def _name(written: bytes) -> str:
    plain = (
        _NAME_ESCAPE.sub(lambda code: bytes.fromhex(code[1].decode("ascii")), written) if b"#" in written else written
    )
    return plain.decode("utf-8", "replace")


def _unescape(written: bytes) -> bytes:
    if b"\\" not in written and b"\r" not in written:
        return written

    def meant(escape: re.Match[bytes]) -> bytes:
        code = escape[1]
        if code is None:  # a bare line end is one line feed
            return b"\n"
        if code[:1].isdigit():
            return bytes((int(code, 8) & 0xFF,)) if code[:1] < b"8" else code
        return _ESCAPED.get(code, code)

    return _ESCAPE.sub(meant, written)


def _after_string(content: bytes, start: int) -> int:
    """Where a string ends that has parentheses inside: one past its own closing one."""
    depth = 1
    for found in _PARENTHESIS.finditer(content, start):
        if found[0] == b"(":
            depth += 1
        elif found[0] == b")":
            depth -= 1
            if depth == 0:
                return found.end()
    return len(content) + 1


def _after_image(content: bytes, start: int) -> int:
    """Where the data of an inline image ends: at an ``EI`` with readable content behind it."""
    found = _IMAGE_END.search(content, start)
    return found.end() if found else len(content)
