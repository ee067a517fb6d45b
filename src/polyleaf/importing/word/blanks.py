"""Places to write in, as people make them in Word: tabs with dots or lines before them, underlined spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from polyleaf.importing.gathered import Run
from polyleaf.importing.word.parts import Node, W, child, local, value
from polyleaf.importing.word.styles import Letters, Styles

BLANK = "_" * 12
_LINES, _DOTS = ("underscore", "heavy"), ("dot", "hyphen", "middleDot")
_UNDERLINED = re.compile(r"[ \u00a0\u2002\u2003]{3,}|[ \u00a0]*\t[ \u00a0\t]*")
_FIELD = re.compile("[\u2002\u2003]{3,}")
"""What Word puts into a field of a form in which nobody has written."""


_BY_WORD = "DefaultPlaceholder"
"""Begins the name of the words that Word puts into an empty control in the language of its menus."""


def is_empty(control: Node) -> bool:
    """Whether a content control holds no more than Word's own "click here to enter text"."""
    properties = child(control, "sdtPr")
    named = value(properties, "placeholder", "docPart") or ""
    return child(properties, "showingPlcHdr") is not None and named.startswith(_BY_WORD)


def empty_told(control: Node) -> str:
    """What is told of an empty control: it is a line to write on, and what could be chosen."""
    words = " ".join("".join(one.text or "" for one in control.iter(f"{W}t")).split())
    entries = [one.get(f"{W}displayText") or one.get(f"{W}value", "") for one in control.iter(f"{W}listItem")]
    choices = ", ".join(dict.fromkeys(entry for entry in entries if entry and entry != words))
    said = f". It offered: {choices[:200]}" if choices else ""
    return f"A place to fill in (“{words[:60]}”) is a line to write on{said}"


def as_blank(text: str, letters: Letters) -> str:
    """The words of a run; a line to write on where its spaces are underlined, or are an empty field of a form."""
    if _FIELD.fullmatch(text) or (letters.underlined and _UNDERLINED.fullmatch(text)):
        return BLANK
    return text


def with_leaders(runs: Sequence[Run], paragraph: Node, styles: Styles) -> list[Run]:
    """Runs in which a tab that draws a line is one to write on.

    Args:
        runs: The words of a paragraph.
        paragraph: Its element.
        styles: Styles of the file.
    """
    leaders = _leaders(paragraph, styles)
    if not any(leaders):
        return list(runs)
    rest = "".join(run.text for run in runs)
    is_form = rest.rstrip(" \u00a0").endswith("\t")  # one that leads to the edge of the page is one to write on
    found: list[Run] = []
    at = 0
    for run in runs:
        pieces = run.text.split("\t")
        text, rest = pieces[0], rest[len(pieces[0]) :]
        for piece in pieces[1:]:
            leader = leaders[min(at, len(leaders) - 1)]
            at += 1
            is_line = leader in _LINES or (leader in _DOTS and is_form)
            text += f" {BLANK} {piece}" if is_line else f"\t{piece}"
            rest = rest[1 + len(piece) :]
        found.append(replace(run, text=text))
    return found


def _leaders(paragraph: Node, styles: Styles) -> list[str]:
    """What is drawn before each tab of a paragraph, from its start on; "" for nothing."""
    stops: dict[int, str] = {}
    sources = [child(paragraph, "pPr"), *(child(one.node, "pPr") for one in styles.of(paragraph))]
    for properties in reversed(sources):
        for stop in child(properties, "tabs") if child(properties, "tabs") is not None else ():
            place = stop.get(f"{W}pos", "")
            if local(stop) == "tab" and place.lstrip("-").isdecimal():
                stops[int(place)] = "" if stop.get(f"{W}val") == "clear" else stop.get(f"{W}leader", "")
    return [stops[place] for place in sorted(stops)]
