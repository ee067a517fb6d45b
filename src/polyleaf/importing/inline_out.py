"""Words with their formatting as the inline Markdown of a leaflet."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from polyleaf.importing.gathered import Run
from polyleaf.model.inline import LineBreak, Link, Strong, plain, walk
from polyleaf.source.inline import parse_inline
from polyleaf.source.text import fold

_SPACES = re.compile(r"[ \t\r\f\v\u2028\u2029\x85]+")
_MARKS = re.compile(r"([\\`*_\[\]<>~&^=+!])")
_EDGE = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_UNSEEN = re.compile("[\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffc]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Letters that a font draws as one, copied from a PDF: who searches or translates has them one by one."""

_TICK = re.compile(r"\[[ \u00a0]{1,6}\]|^\([ \u00a0]{1,6}\)(?= )")
"""A box to tick, as it is typed."""

_DEGREES = re.compile(r"(?<=\d)([ \u00a0]?)[º⁰](?=[ \u00a0]?[CF]\b)")
"""A raised "o" or zero that stands for degrees."""

_TABBED = re.compile(r"(?<=\d)[ \u00a0]*\t[ \t\u00a0]*(?=[(+]?\d)")
"""What keeps two numbers apart in a line: without it, "Ward 5" and a phone number would be one."""

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)


def clean(text: str) -> str:
    """Words without what is not seen on paper: optional hyphens, control characters, marks of direction."""
    return _DEGREES.sub(r"\1°", _TICK.sub("☐", _UNSEEN.sub("", text.translate(_LIGATURES))))


def is_address(href: str) -> bool:
    """Whether a link leads where a reader of paper can follow."""
    return bool(_ADDRESS.fullmatch(href))


def markdown_of(runs: Iterable[Run], *, stress: bool = True) -> str:
    r"""The Markdown of some runs: signs are escaped only where they would be taken for marks.

    Args:
        runs: The words; a line break in them becomes a hard one.
        stress: Whether bold and slanted words stay so.
    """
    tidy = _tidy(_apart(tuple(runs)), stress)
    wanted = _plain(tidy)
    if _reads_as(markdown := _join(tidy, lambda text: text), wanted, tidy):
        return markdown
    for change in (lambda runs: runs, _pushed, _unstressed):
        runs = change(tidy)
        if _reads_as(_join(runs, _escape_all), wanted, runs):
            return _join(runs, _escapes(runs, wanted))
    return _join(tidy, _escape_all)


def heading_of(runs: Iterable[Run]) -> str:
    """The Markdown of a title or heading: one line, bold by itself."""
    return markdown_of(runs, stress=False).replace("\\\n", " ")


def _apart(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs with a comma between numbers that only a tab keeps apart."""
    gaps = list(_TABBED.finditer("".join(run.text for run in runs)))
    start, found = 0, []
    for run in runs:
        text = list(run.text)
        for gap in gaps:
            for at in range(max(gap.start(), start), min(gap.end(), start + len(text))):
                text[at - start] = ", " if at == gap.start() else ""
        start += len(text)
        found.append(replace(run, text="".join(text)))
    return found


def _tidy(runs: Iterable[Run], stress: bool) -> tuple[Run, ...]:
    """Runs joined where they are alike, without spaces at the ends of lines and without needless formatting."""
    kept = [_bare(run, stress) for run in runs if run.text or run.fact]
    joined: list[Run] = []
    for _, alike in groupby(kept, key=lambda run: replace(run, text="")):
        together = list(alike)
        joined += together if together[0].fact else [replace(together[0], text="".join(one.text for one in together))]
    return tuple(_spaced(joined))


def _bare(run: Run, stress: bool) -> Run:
    text = clean(run.text)
    marked = stress and not run.struck and any(char.isalnum() for char in text)
    href = run.href if is_address(run.href) or run.href.startswith("#") else ""
    return replace(
        run, text=text, bold=marked and run.bold, stressed=marked and run.stressed and not run.bold, href=href
    )


def _spaced(runs: Sequence[Run]) -> Iterable[Run]:
    """White space as Markdown folds it, and outside the formatting."""
    before = "\n"
    for index, run in enumerate(runs):
        if run.fact:
            before = run.text
            yield run
            continue
        text = _SPACES.sub(" ", run.text)
        text = re.sub(r" ?\n[ \n]*", "\n", text)
        if before.endswith(("\n", " ")):
            text = text.lstrip(" \n" if before.endswith("\n") else " ")
        if index == len(runs) - 1:
            text = text.rstrip(" \n")
        if not text:
            continue
        before = text
        words = text.strip(" \n")
        if not words or not (run.bold or run.stressed or run.href or run.struck):
            yield Run(text) if not words else replace(run, text=text)
            continue
        start = text.index(words)
        yield Run(text[:start])
        yield replace(run, text=f"~~{words}~~" if run.struck else words)
        yield Run(text[start + len(words) :])


def _plain(runs: Sequence[Run]) -> str:
    text = "".join(f"{{{run.fact}}}" if run.fact else run.text for run in runs)
    return re.sub(r" ?\n ?", "\n", text).strip(" \n")


def _escape_all(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _escapes(runs: Sequence[Run], wanted: str) -> Callable[[str], str]:
    """Escapes the fewest kinds of signs with which the runs are read as what they are."""
    needed = sorted({sign for run in runs for sign in _MARKS.findall(run.text)})

    def escape(signs: Collection[str]) -> Callable[[str], str]:
        return lambda text: "".join(f"\\{char}" if char in signs else char for char in text)

    for sign in tuple(needed):
        fewer = [other for other in needed if other != sign]
        if _reads_as(_join(runs, escape(fewer)), wanted, runs):
            needed = fewer
    return escape(needed)


def _pushed(runs: Sequence[Run]) -> Sequence[Run]:
    """Signs at the ends of bold words put outside, where CommonMark sees the marks as marks."""
    out: list[Run] = []
    for run in runs:
        match = _EDGE.fullmatch(run.text)
        if match and match[2] and (run.bold or run.stressed):
            out += [Run(match[1]), replace(run, text=match[2]), Run(match[3])]
        else:
            out.append(run)
    return [run for run in out if run.text or run.fact]


def _unstressed(runs: Sequence[Run]) -> Sequence[Run]:
    return [replace(run, bold=False, stressed=False) for run in runs]


def _join(runs: Sequence[Run], escape: Callable[[str], str]) -> str:
    parts: list[str] = []
    for run in runs:
        if run.fact:
            parts.append(f"{{{run.fact}}}")
            continue
        text = escape(run.text).replace("{", "{{").replace("}", "}}")
        mark = "**" if run.bold else "*" if run.stressed else ""
        text = f"{mark}{text}{mark}" if mark else text
        parts.append(f"[{text}]({_target(run.href)})" if run.href else text)
    return "".join(parts).strip(" \n").replace("\n", "\\\n")


def _target(href: str) -> str:
    return href.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("{", "%7B").replace("}", "%7D")


def _reads_as(markdown: str, wanted: str, runs: Sequence[Run]) -> bool:
    inlines = parse_inline(fold(markdown))
    found = list(walk(inlines))
    strong = sum(isinstance(one, Strong) for one in found)
    return (
        re.sub(r" ?\n ?", "\n", plain(inlines)).strip() == wanted.strip()
        and strong >= any(run.bold for run in runs)
        and (strong > 0) <= any(run.bold for run in runs)
        and any(isinstance(one, Link) for one in found) == any(run.href for run in runs)
        and sum(isinstance(one, LineBreak) for one in found) == wanted.strip().count("\n")
    )
