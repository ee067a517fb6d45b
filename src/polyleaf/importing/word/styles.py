"""What a Word file says by its styles: headings, bold letters, sizes, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from polyleaf.importing.gathered import Role
from polyleaf.importing.glyphs import is_of_signs
from polyleaf.importing.word.parts import Node, Parts, W, child, switch, value

_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list (?:bullet|number|continue) ([2-9])")
_ROLES = {
    "title": Role.TITLE,
    "subtitle": Role.SUBTITLE,
    "caption": Role.CAPTION,
}
_DEEPEST_CHAIN = 20
_USUAL_SIZE = 10.0
"""Points of text in a file that says nothing."""

_RAISED, _LOWERED = 0.15, 0.1
"""Shares of their size by which letters are moved to stand above or below the others; a large first letter less."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id, its name in English as Word stores it, its kind, its element."""

    id: str
    name: str
    kind: str
    node: Node


class Styles:
    """The styles of one file."""

    def __init__(self, parts: Parts) -> None:
        self._styles: dict[str, Style] = {}
        self._defaults: dict[str, Style] = {}
        self._root: Node = None
        part = next(parts.related(parts.main, "styles"), "")
        if not part:
            return
        self._root = parts.xml(part)
        for node in self._root.iterfind(f"{W}style"):
            kind = node.get(f"{W}type", "")
            style = Style(node.get(f"{W}styleId", ""), (value(node, "name") or "").lower(), kind, node)
            self._styles[style.id] = style
            if node.get(f"{W}default") in ("1", "true"):
                self._defaults[kind] = style

    @property
    def locale(self) -> str:
        """The language that texts are in unless they say otherwise; "" if nobody says."""
        lang = child(self._root, "docDefaults", "rPrDefault", "rPr", "lang")
        return "" if lang is None else lang.get(f"{W}val", "")

    def chain(self, style: str | None, kind: str = "paragraph") -> Iterator[Style]:
        """A style and those it is based on, the nearest first; the default one if none is named."""
        found = self._styles.get(style or "") or self._defaults.get(kind)
        for _ in range(_DEEPEST_CHAIN):
            if found is None:
                return
            yield found
            found = self._styles.get(value(found.node, "basedOn") or "")

    def of(self, paragraph: Node) -> Iterator[Style]:
        """The style of a paragraph and those it is based on, the nearest first."""
        return self.chain(value(paragraph, "pPr", "pStyle"))

    def name(self, paragraph: Node) -> str:
        """The name of a paragraph's style, in small letters."""
        return next((style.name for style in self.of(paragraph)), "")

    def role(self, paragraph: Node) -> Role:
        """What a paragraph is by its style."""
        return next((_ROLES[style.name] for style in self.of(paragraph) if style.name in _ROLES), Role.TEXT)

    def level(self, paragraph: Node) -> int:
        """Level of a heading, from 1; 0 if it is none."""
        if (own := _outline_level(paragraph)) is not None:
            return own
        for style in self.of(paragraph):
            if match := _HEADING.fullmatch(style.name):
                return int(match[1])
            if (own := _outline_level(style.node)) is not None:
                return own
        return 0

    def depth(self, name: str) -> int:
        """How deep a list stands by the name of its style ("list bullet 2"), from 0."""
        match = _LIST.fullmatch(name)
        return int(match[1]) - 1 if match else 0

    def numbering(self, paragraph: Node) -> tuple[str, int] | None:
        """Id of the list and depth in it, own or by style; None if the paragraph is in no list."""
        sources = [child(paragraph, "pPr"), *(child(style.node, "pPr") for style in self.of(paragraph))]
        depth: str | None = None
        for properties in sources:
            numbered = child(properties, "numPr")
            if numbered is None:
                continue
            depth = depth if depth is not None else value(numbered, "ilvl")
            if (found := value(numbered, "numId")) is not None:
                return None if found == "0" else (found, int(depth) if depth and depth.isdecimal() else 0)
        return None

    def depth_without_mark(self, paragraph: Node) -> int:
        """Depth of the list in which a paragraph stands whose own mark was taken away; -1 for none."""
        moved = child(paragraph, "pPr", "ind")
        at_edge = moved is not None and (moved.get(f"{W}left") or moved.get(f"{W}start")) in ("0", "0.0pt")
        if value(paragraph, "pPr", "numPr", "numId") != "0" or at_edge or moved is None:
            return -1
        depth = value(paragraph, "pPr", "numPr", "ilvl") or ""
        return int(depth) if depth.isdecimal() else 0

    def sign_font(self, run: Node) -> str:
        """The font of a run if its letters are signs; "" if they are letters, or nobody says."""
        named = value(run, "rPr", "rStyle")
        chain = self.chain(named, "character") if named else ()
        return font_of_signs((child(run, "rPr"), *(child(style.node, "rPr") for style in chain)))

    def letters(self, paragraph: Node, run: Node) -> Letters:
        """How the letters of a run look, its styles taken into account."""
        own = child(run, "rPr")
        sources = [own]
        if character := value(run, "rPr", "rStyle"):
            sources += [child(style.node, "rPr") for style in self.chain(character, "character")]
        sources += [child(style.node, "rPr") for style in self.of(paragraph)]
        sources.append(child(self._root, "docDefaults", "rPrDefault", "rPr"))
        named = [style.name for style in self.chain(character, "character")] if character else []
        return Letters(
            bold=bool(_first(sources, "b") if _first(sources, "b") is not None else _first(sources, "bCs")),
            stressed=bool(_first(sources, "i")) or "emphasis" in named,
            underlined=(value(own, "u") or "none") not in ("none", ""),
            hidden=bool(_first(sources, "vanish")),
            struck=bool(_first(sources, "strike") or _first(sources, "dstrike")),
            raised=next((found for one in sources if (found := value(one, "vertAlign")) is not None), "")
            or _moved(own),
            size=next((int(size) / 2 for one in sources if (size := value(one, "sz") or "").isdecimal()), _USUAL_SIZE),
            marked=(value(own, "highlight") or "none") != "none",
            font=self.sign_font(run),
        )


def _moved(own: Node | None) -> str:
    """The same of letters that somebody, or LibreOffice, moved up or down by a part of their size."""
    moved, size = (value(own, name) or "" for name in ("position", "sz"))
    half_points = int(moved) if re.fullmatch(r"-?\d{1,4}", moved) else 0
    share = half_points / (int(size) if size.isdecimal() and int(size) else 2 * _USUAL_SIZE)
    return "superscript" if share > _RAISED else "subscript" if share < -_LOWERED else ""


@dataclass(frozen=True, slots=True)
class Letters:
    """How the letters of a run look; ``size`` in pt, ``raised`` is ``superscript`` or ``subscript``.

    ``font`` is the name of a font whose letters are signs; "" for every other.
    """

    bold: bool
    stressed: bool
    underlined: bool
    hidden: bool
    struck: bool
    raised: str
    size: float
    marked: bool
    font: str


def font_of_signs(sources: Iterable[Node]) -> str:
    """The font of signs that the nearest of some properties name; "" if it is a font of letters, or nobody says."""
    for one in sources:
        fonts = child(one, "rFonts")
        name = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
        if name or (fonts is not None and any(key.endswith("heme") for key in fonts.attrib)):
            return name if is_of_signs(name) else ""
    return ""


def _first(sources: list[Node], name: str) -> bool | None:
    return next((found for one in sources if (found := switch(one, name)) is not None), None)


def _outline_level(node: Node) -> int | None:
    """The level of a heading that a paragraph or style states, from 1; 0 for text; None if it states none."""
    stated = value(node, "pPr", "outlineLvl")
    if stated is None or not stated.isdecimal():
        return None
    return int(stated) + 1 if int(stated) < 9 else 0  # noqa: PLR2004 - 9 is text
