"""The letters of a ``text`` element and where its chunks begin, the pieces with a place of their own (SVG 2, 11.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from polyleaf.drawings.geometry import View, length, lengths
from polyleaf.drawings.styles import Declarations, Styles, colour, font_size, is_painted
from polyleaf.drawings.svg import SVG, local_name
from polyleaf.model.raised import RAISED_SIGNS

_AXES = ("x", "y", "dx", "dy")
_ANCHORS = ("start", "middle", "end")
_PARTS = ("tspan", "a")

_BASELINES = {
    "middle": 0.24, "central": 0.35, "hanging": 0.72, "mathematical": 0.5, "text-before-edge": 0.9,
    "before-edge": 0.9, "text-after-edge": -0.22, "after-edge": -0.22, "ideographic": -0.22,
}  # fmt: skip
"""How far, in ems, letters go down for each ``dominant-baseline``."""


_GAP = 0.25
"""In ems: what is moved on so far (``dx``) is another word; programs that kern move less."""


_BY_FONT = re.compile(r"(?:[3-9]|\d\d)[\d.]*ex")
"""Many heights of a small letter: how high it is, only the font says."""
_BLANK = 0.28
"""In ems: how wide a blank is."""
_SMALL = 0.8
"""Of the letters around them: figures that are smaller and moved up or down are raised or lowered."""


class UnplacedError(Exception):
    """Nobody can say where the words go. Its text says why."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some letters with a place of their own.

    Attributes:
        words: What they say, with the spaces between them.
        x, y: Where they are anchored, and their baseline, in the coordinates of the element.
        anchor: Which end of them stands there: ``start`` (the left), ``middle``, ``end``.
        style: Of their first letter.
        follows: Whether the place is only that of the next letter of a word: programs set letters one by one.
        others: Its letters that have another colour than the first.
    """

    words: str
    x: float
    y: float
    anchor: str
    style: Declarations
    follows: bool
    others: str = ""


@dataclass
class _Letter:
    char: str
    style: Declarations
    around: tuple[ET.Element, ...]
    place: dict[str, float]
    listed: bool = False


def chunks_of(element: ET.Element, styles: Styles, style: Declarations, view: View) -> Iterator[Chunk]:
    """The chunks of a ``text`` element that are seen.

    Args:
        element: The element.
        styles: Of the drawing.
        style: Of the element.
        view: What per cent are of.

    Raises:
        UnplacedError: A place cannot be told.
    """
    written = list(_letters(element, styles, style, (element,)))
    letters = _without_blanks(written)
    _put(letters, view)
    y, lowered = 0.0, 0.0
    found: list[Chunk] = []
    previous: _Letter | None = None
    for letter in letters:
        place = letter.place
        starts = not found or "x" in place or "y" in place
        if "y" in place:
            y, lowered = place["y"], 0.0
        lowered += place.get("dy", 0.0)
        if starts:
            if found and "x" not in place:
                raise UnplacedError("goes on at another height (y without x)")
            x = place.get("x", 0.0) + place.get("dx", 0.0)
            drop = _drop(letter.style)
            follows = previous is not None and letter.listed and previous.around == letter.around
            found.append(Chunk("", x, y + lowered + drop, _anchor(letter.style), letter.style, follows))
        parted = (
            not starts and place.get("dx", 0.0) > _GAP * font_size(letter.style) and not found[-1].words.endswith(" ")
        )
        own = letter.char if colour(letter.style) != colour(found[-1].style) else ""
        words, others = found[-1].words + " " * parted + letter.char, found[-1].others + own
        found[-1] = replace(found[-1], words=words, others=others)
        previous = letter
    if len(found) == 1 and _keeps_blanks(element, style):
        found[0] = replace(found[0], x=found[0].x + _pushed([one.char for one in written], found[0]))
    yield from (one for one in _with_blanks(found) if _is_seen(one.style))


def _keeps_blanks(element: ET.Element, style: Declarations) -> bool:
    preserved = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return preserved or style.get("white-space", "").startswith(("pre", "break-spaces"))


def _pushed(written: Sequence[str], chunk: Chunk) -> float:
    """How far blanks that are kept at its ends push a text aside, in the width that blanks have in most fonts."""
    words = "".join(written)
    before, after = len(words) - len(words.lstrip(" \n\t\r")), len(words) - len(words.rstrip(" \n\t\r"))
    blanks = {"start": before, "middle": (before - after) / 2, "end": -after}[chunk.anchor]
    return blanks * _BLANK * font_size(chunk.style)


def _drop(style: Declarations) -> float:
    """How far letters go down for the baseline that is asked for."""
    own = _BASELINES.get(style.get("alignment-baseline", ""))
    around = _BASELINES.get(style.get("dominant-baseline", ""), 0.0)
    return (around if own is None else own - around) * font_size(style)


def _with_blanks(chunks: list[Chunk]) -> Iterator[Chunk]:
    """The chunks with words; a blank that was set by itself belongs to the letters before it."""
    last: Chunk | None = None
    for chunk in chunks:
        if chunk.words.strip():
            if last is not None:
                yield last
            last = chunk
        elif last is not None and chunk.follows:
            last = replace(last, words=last.words.rstrip(" ") + " ")
    if last is not None:
        yield last


def _is_seen(style: Mapping[str, str]) -> bool:
    return style.get("visibility", "visible") == "visible" and is_painted(style)


def _anchor(style: Mapping[str, str]) -> str:
    anchor = style.get("text-anchor", "start")
    number = _ANCHORS.index(anchor) if anchor in _ANCHORS else 0
    return _ANCHORS[2 - number if style.get("direction") == "rtl" else number]


def _letters(
    element: ET.Element, styles: Styles, style: Declarations, around: tuple[ET.Element, ...]
) -> Iterator[_Letter]:
    if style.get("writing-mode", "horizontal-tb").startswith(("tb", "vertical")):
        raise UnplacedError("runs from top to bottom (writing-mode)")
    if style.get("unicode-bidi", "").endswith("override"):
        raise UnplacedError("has its letters in another order than they are read (unicode-bidi)")
    if any(part not in ("0", "") for part in (element.get("rotate") or "").replace(",", " ").split()):
        raise UnplacedError("has letters that are turned one by one (rotate)")
    yield from (_Letter(char, style, around, {}) for char in element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(f"{{{SVG}}}"):
            name = local_name(child)
            if name in ("textPath", "tref", "altGlyph"):
                raise UnplacedError(f"follows a path or another text (<{name}>)")
            inner = styles.computed(child, style)
            if name in _PARTS and inner.get("display") != "none":
                signs = RAISED_SIGNS.get(_raised(child, inner, style), {})
                for letter in _letters(child, styles, inner, (*around, child)):
                    if signs and letter.char in ".,/":
                        raise UnplacedError("has raised or lowered figures that cannot be set so")
                    yield replace(letter, char=letter.char.translate(signs))
        yield from (_Letter(char, style, around, {}) for char in child.tail or "")


def _raised(part: ET.Element, style: Declarations, around: Declarations) -> str:
    """How the figures of a part of a text stand: "sup", "sub" or "": 10⁹ that comes out as 109 is another number."""
    shift = style.get("baseline-shift", "")
    up = {"super": 1.0, "sub": -1.0}.get(shift, length(shift, 1.0) or 0.0 if shift else 0.0)
    if not up and font_size(style) <= _SMALL * font_size(around) and not (part.get("x") or part.get("y")):
        up = -((lengths(part.get("dy"), 1.0, font_size(style)) or [0.0])[0])
    return "sup" if up > 0 else "sub" if up < 0 else ""


def _without_blanks(letters: list[_Letter]) -> list[_Letter]:
    """The letters, runs of blanks as one and none at either end: places are counted without the others."""
    kept: list[_Letter] = []
    for letter in letters:
        if not letter.char.isspace() or letter.char == "\u00a0":
            kept.append(letter)
        elif kept and not kept[-1].char.isspace():
            kept.append(replace(letter, char=" "))
    while kept and kept[-1].char == " ":
        kept.pop()
    return kept


def _put(letters: list[_Letter], view: View) -> None:
    """Give each letter the places that are written for it; those of inner elements win."""
    done: set[ET.Element] = set()
    for depth in range(max((len(letter.around) for letter in letters), default=0)):
        for number, letter in enumerate(letters):
            if depth >= len(letter.around) or letter.around[depth] in done:
                continue
            element = letter.around[depth]
            done.add(element)
            own = [one for one in letters[number:] if element in one.around]
            for axis in _AXES:
                reference = view.inner_width if axis.endswith("x") else view.inner_height
                numbers = lengths(element.get(axis), reference, font_size(letter.style))
                if numbers is None or _BY_FONT.search(element.get(axis, "")):
                    raise UnplacedError(f"has a place that cannot be told ({axis}={element.get(axis)!r})")
                for at, (one, value) in enumerate(zip(own, numbers, strict=False)):
                    one.place[axis] = value
                    one.listed = one.listed or (at > 0 and axis in ("x", "y"))
