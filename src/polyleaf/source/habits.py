"""Lines as people type them or paste them from Word, put into the Markdown they were meant as.

The number of lines never changes, so that faults name the line that the author wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from polyleaf.source.aligned import with_tabs
from polyleaf.source.bullet_levels import sign_heads
from polyleaf.source.ordinals import with_ordinals
from polyleaf.source.source_words import SourceWords
from polyleaf.source.typed_signs import as_signs
from polyleaf.source.word_lists import (
    in_levels,
    under_numbers,
    with_gaps,
    with_labels,
    with_numbers,
    with_signs,
)

_OTHERS = re.compile(r"\s*[|:]")  # rows of tables, fences and options of figures are left alone

_DEGREES = re.compile(
    r"\s*[-–—‒][ \t\u00a0]+(?P<value>\d{1,3}(?:[.,]\d)?)[ \t\u00a0]*(?:°(?!F)|º|℃|degrees?\b|dioptres?\b)",
    re.IGNORECASE,
)
_BODY = (34, 43)
"""Temperatures of people, in degrees Celsius."""

_BULLET = re.compile(
    r"(?P<indent>\s*)"
    r"(?:[•·・∙▪▫‣◦●○◉⦿■◆◇◊⬥▶▷▸►➢➣➤❖⁃⦁⁌🔹🔸\uf02d\uf06c\uf06e\uf076\uf0a7\uf0b7\uf0d8]\ufe0f?[ \t\u00a0]*"
    r"|(?:[o§][\t\u00a0]|[ØvŸ]\t)[ \t\u00a0]*)(?=\S)"
)
"""Bullets of Word, LibreOffice and telephones; those of symbol fonts come as private characters, or as the letters that
have their place in other fonts."""

_BOX = re.compile(
    r"(?P<indent>\s*)(?:(?:[□❏❐❑❒☐]|\[ ?\])[ \t\u00a0]*|[q¨]\t[ \t\u00a0]*)(?=[^\s(\[])(?!.*(?:[□❏❐❑❒☐☑☒]|\[ ?\]))"
)
"""A box to tick where a list has its bullets; two on a line are a choice that somebody laid out."""

_TICKED_BEHIND = re.compile(r"(?<=\s)\[[xX]\](?=\s|$)")
_OPEN_BOX = re.compile(r"\[[ \u00a0]\](?!\()|[☐☑]")
"""The same behind a word, in a paragraph with other boxes: elsewhere [X] holds a place."""

_COUNT = r"[ \t\u00a0]*[=~£€$]?[ \t\u00a0]*[\d½¼¾]"
_MORE_THAN = re.compile(
    rf"(?P<indent>\s*(?:(?:[-*+]|\d{{1,3}}[.)])[ \t]+)?)(?=>(?:(?! \d{{1,2}}[.)] [^\W\d_]){_COUNT}|[ ]?[A-Z]\d))"
)
"""A line or an item that begins with "more than" (also "> J45"), not with a quotation."""

_PLUS = re.compile(rf"(?P<indent>\s*)(?=\+{_COUNT})")
_KEY = re.compile(r"(?P<indent>\s{0,3})(?=[-+*][ \t\u00a0]+=[ \t\u00a0]*\S)")
"""A sign and what it means: "+ = weak"."""

_PLUS_ITEM = re.compile(rf"\s*\+[ \t\u00a0]+(?!{_COUNT})\S")
"""A sum that goes on in a new line; this sign is a bullet before a number only beside one before other words."""

_MINUS = re.compile(rf"^(?P<indent>\s{{0,3}})(?=-{_COUNT})")
_SIGNED = re.compile(r"^\s{0,3}(?:±|\+[ \t\u00a0]*\d)")
"""A number with a minus; beside one with a plus it is no item."""

_QUOTED = re.compile(r"\s{0,3}>")
_MARK = re.compile(r"(?P<indent>\s*)(?P<mark>[-*+]|\d{1,3}[.)])[\t\u00a0][ \t\u00a0]*(?=\S)")
"""A mark of Markdown with another space behind it."""

_DOUBLE_MARK = re.compile(r"^(?P<number>\s*\d{1,2})\.\)[ \t\u00a0]+(?=\S)")
"""1.) as Word numbers lists in some languages."""

_ITEM = re.compile(r"[-*+] |\d{1,3}[.)] ")
_CODE = 4
"""Columns from the edge at which Markdown takes a line for code, or for more of the paragraph above."""

_DASH = re.compile(r"(?P<indent>\s{0,3})(?:[–—‒]|−(?![ \t\u00a0]+\d))[ \t\u00a0]+(?=\S)")
_HEADING = re.compile(r"^(#{2,6})[ \t]*(?=[^\s#])(?P<words>.*?)(?:[ \t]*(?<!\\)\1)?[ \t]*$")
"""A heading; some people close it with as many signs."""

_LINE_END = re.compile("[ \t]*[\v\u2028][ \t]*")
"""How a word processor ends a line without ending the paragraph."""

_RULE = re.compile(r"~{4,}\s*$")
"""A rule of these under a line, about as long, makes a heading in other programs; Markdown takes it for code."""

_WAVE = re.compile(r"(?P<indent>\s{0,3})~(?=[ \t\u00a0]+\S)")
_ABOUT = re.compile(r"\s*~[ \t\u00a0]+\d")
"""A bullet, which Markdown takes for a definition, and "about"."""

_NOTE = re.compile(r"(?P<indent>\s{0,3})\*(?=[ \t\u00a0]+\S)")
_NOTED = re.compile(r"[^\s*]\*(?=[\s.,;:)!?|]|$)")
"""A note below the text, and the sign in the text that leads to it."""


def as_meant(lines: Sequence[str], words: SourceWords) -> list[str]:
    """The lines of a leaflet's body as Markdown.

    Args:
        lines: What was typed.
        words: Of its language.
    """
    lines = [line if line.strip() or "\t" in line else "" for line in lines]  # hard spaces alone part paragraphs, too
    lines = [
        _LINE_END.sub(" " if line.startswith("#") else "<br>", as_signs(line))
        for line in in_levels(lines, words.joining)
    ]
    lines = with_tabs(with_labels(with_numbers(with_signs(_ruled(lines)))))
    left = {*sign_heads(lines), *_beside(lines, _PLUS_ITEM, _PLUS)}
    done = [line if at in left or _OTHERS.match(line) else _one(line) for at, line in enumerate(with_gaps(lines))]
    for at in _beside(lines, _SIGNED, _MINUS):
        done[at] = _MINUS.sub(r"\g<indent>\\", done[at], count=1)
    for at in _beside(done, _OPEN_BOX, _TICKED_BEHIND):
        done[at] = _TICKED_BEHIND.sub("☑", done[at])
    for at in _comparisons(done):
        done[at] = _MORE_THAN.sub(r"\g<indent>\\", done[at], count=1)
    for first, last in _dashes(done):
        done[first : last + 1] = [_DASH.sub(r"\g<indent>- ", line, count=1) for line in done[first : last + 1]]
    for at, mark in _waves(done):
        done[at] = _WAVE.sub(rf"\g<indent>{mark}", done[at], count=1)
    for note in _notes(done):
        done[note] = _NOTE.sub(r"\g<indent>\\*", done[note], count=1)
    return _at_the_edge(under_numbers(with_ordinals(done, words)))


def _ruled(lines: Sequence[str]) -> list[str]:
    """Lines with rules of waves under headings as Markdown has them."""
    done = list(lines)
    for at, (above, words, rule) in enumerate(zip(["", *lines], lines, lines[1:], strict=False), start=1):
        if _RULE.match(rule) and words.strip() and not above.strip():
            length = len(words.strip())
            done[at] = "-" * length if abs(len(rule.strip()) - length) <= max(length // 4, 1) else rule
    return done


def perhaps_minus(line: str) -> str:
    """What stands behind a dash that may be a minus ("- 5 °C"); "" if it surely is none: "- 38 °C" is a fever."""
    match = _DEGREES.match(line)
    if match is None or _BODY[0] <= float(match["value"].replace(",", ".")) <= _BODY[1]:
        return ""
    return line[match.start("value") :].strip()


def _one(line: str) -> str:
    line = _DOUBLE_MARK.sub(r"\g<number>) ", _HEADING.sub(r"\1 \g<words>", line))
    if match := _BULLET.match(line):
        return f"{match['indent']}- {line[match.end() :]}"
    if match := _PLUS.match(line) or _KEY.match(line):
        return f"{match['indent']}\\{line[match.end() :]}"
    if match := _BOX.match(line):
        return f"{match['indent']}- [ ] {line[match.end() :]}"
    if match := _MARK.match(line):
        return f"{match['indent']}{match['mark']} {line[match.end() :]}"
    return line


def _beside(lines: Sequence[str], sure: re.Pattern[str], doubtful: re.Pattern[str]) -> Iterator[int]:
    """Lines with what a line of the same paragraph makes sure: "- 20 %" beside "+ 20 %", [x] beside [ ]."""
    for is_blank, part in groupby(range(len(lines)), key=lambda at: not lines[at].strip()):
        places = () if is_blank else tuple(part)
        if any(sure.search(lines[at]) for at in places):
            yield from (at for at in places if doubtful.search(lines[at]))


def _comparisons(lines: Sequence[str]) -> list[int]:
    """Lines that begin with "> 5": no quotation stands around them."""
    found: list[int] = []
    for _, part in groupby(range(len(lines)), key=lambda at: _QUOTED.match(lines[at]) is not None):
        more = {at: _MORE_THAN.match(lines[at]) is not None for at in part}
        found += [at for at in more if more[at]] if all(more.values()) or not _QUOTED.match(lines[min(more)]) else []
    return found


def _at_the_edge(lines: Sequence[str]) -> list[str]:
    """Lists that somebody moved in by a tab, as Word does, moved back: there Markdown sees no list.

    A list inside another stays where it is.
    """
    done: list[str] = []
    in_list, after_gap, edge = False, True, ""
    for line in lines:
        words = line.lstrip(" \t")
        indent, is_item = line.removesuffix(words), bool(_ITEM.match(words))
        far = len(indent.expandtabs(_CODE)) >= _CODE
        if edge and line.strip() and not line.startswith(edge):
            in_list, edge = False, ""
        if not edge and not in_list and far and is_item and words[0] in "-*+":
            edge = indent
        elif not edge and line.strip():
            in_list = is_item or (in_list and (bool(indent) or not after_gap))
        after_gap = not line.strip()
        done.append(line.removeprefix(edge))
    return done


def _waves(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Lines that begin with ~: several below each other are a list, others begin with that sign."""
    places = [at for at, line in enumerate(lines) if _WAVE.match(line)]
    words = {at for at in places if not _ABOUT.match(lines[at])}
    return [(at, "-" if at in words and {at - 1, at + 1} & words else "\\~") for at in places]


def _notes(lines: Sequence[str]) -> list[int]:
    """Lines that begin with the star that a word above has at its end, and stand beside no item with a star."""
    marks = [_NOTE.match(line) for line in lines]
    filled = [at for at, line in enumerate(lines) if line.strip()]
    found: list[int] = []
    noted = False
    for before, at, behind in zip([-1, *filled], filled, [*filled[1:], -1], strict=False):
        mark = marks[at]
        alone = (before < 0 or not marks[before]) and (behind < 0 or not marks[behind])
        if mark and alone and noted:
            found.append(at)
        single = lines[at].replace("**", "")
        noted = noted or (not mark and single.count("*") % 2 == 1 and _NOTED.search(single) is not None)
    return found


def _dashes(lines: Sequence[str]) -> list[tuple[int, int]]:
    """First and last line of each list made with dashes: two lines at least that follow each other, or nearly so."""
    found: list[tuple[int, int]] = []
    start = last = None
    for number, line in enumerate([*lines, "end"]):
        if _DASH.match(line):
            start, last = number if start is None else start, number
        elif line.strip() and not line.startswith((" ", "\t")):
            if start is not None and last is not None and last > start:
                found.append((start, last))
            start = last = None
    return found
