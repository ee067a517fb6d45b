"""Front matter as people type it: values that YAML takes for marks of its own are put into quotes.

``title: Your spine: what to expect``, ``title: *Hip* replacement``, ``- [1] NICE. 2021``, ``title: The "new" hip``.
Only what cannot be read otherwise is touched, and no line moves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

Trouble = tuple[int, ...]
"""Lines from 0 at or before which reading stopped, the likeliest first."""

_SPACES = re.compile(r"^(\s*(?:-[ \t]+)?[A-Za-z_]+:)[ \t\u00a0\u2002\u2003\u2007\u2009\u202f]+|^([ ]*-)[\u00a0\t]+")
_KEYED = re.compile(r"(?P<head>[ ]*(?:-[ ]+)?[A-Za-z_]+[ ]*:[ ]+)(?P<value>\S.*)")
_ITEM = re.compile(r"(?P<head>[ ]*-[ ]+)(?P<value>\S.*)")
_COMMENT = re.compile(r"[ \t]+#.*$")
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_WHOLE = re.compile(r"“[^“”]*”")
_MOST = 20
"""Most lines that are mended: the text is read again after each."""


def mended(text: str, trouble: Callable[[str], Trouble | None]) -> tuple[str, tuple[int, ...]]:
    """The text so that it can be read, as far as that goes; and the lines, from 0, that had to be left out.

    Args:
        text: Lines of front matter.
        trouble: Says where a text cannot be read; None if it can.
    """
    lines = [_SPACES.sub(lambda found: f"{found[1] or found[2]} ", line) for line in text.split("\n")]
    lines = [_plain_quotes(line) for line in lines]
    left_out: list[int] = []
    for _ in range(_MOST):
        found = trouble("\n".join(lines))
        if found is None:
            break
        for at, line in _better(lines, found, trouble):
            left_out += [at] if not line else []
            lines[at] = line
            break
        else:
            break
    return "\n".join(lines), tuple(left_out)


def _better(
    lines: Sequence[str], places: Sequence[int], trouble: Callable[[str], Trouble | None]
) -> Iterator[tuple[int, str]]:
    """Lines that can be mended, each with what it should be; "" for one that says nothing."""
    for at in dict.fromkeys(place for place in places if 0 <= place < len(lines) and lines[place].strip()):
        line = lines[at]
        above = next((lines[one] for one in range(at - 1, -1, -1) if lines[one].strip()), "")
        match = _KEYED.fullmatch(line) or _ITEM.fullmatch(line)
        if match and trouble(f"{'x: ' if line.lstrip()[0] != '-' else '- '}{_value(match)}") is not None:
            yield at, match["head"] + _quoted(match["value"])
        elif match and line[0] == " " and above[:1].strip() and _KEYED.fullmatch(above):
            yield at, line.lstrip()  # moved in under a key that has its value
        elif not match and ":" not in line and line[0] not in " -#}]":
            yield at, ""


def _value(match: re.Match[str]) -> str:
    """What is read as one value: of an item that is "key: value" both."""
    head: str = match["head"]
    return head.lstrip(" -") + match["value"] if head.lstrip().startswith("-") else match["value"]


def _quoted(value: str) -> str:
    """The value in quotes, without those it had; a note behind it stays one."""
    note = "" if value[0] in _QUOTES else (found[0] if (found := _COMMENT.search(value)) else "")
    words = value.removesuffix(note).rstrip()
    if len(words) > 1 and _QUOTES.get(words[0]) == words[-1]:
        words = words[1:-1]
    words = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{words}"{note}'


def _plain_quotes(line: str) -> str:
    """A value that stands in the quotes of a word processor, in those of YAML."""
    match = _KEYED.fullmatch(line)
    if match is None or not _WHOLE.fullmatch(match["value"].rstrip()):
        return line
    return match["head"] + _quoted(match["value"])
