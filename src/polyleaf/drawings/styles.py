"""What a drawing says of the look of its elements: by attribute, style sheet, style, and from what is around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree import ElementTree as ET

import cssselect2
import tinycss2
from tinycss2.color3 import RGBA, parse_color
from tinycss2.color5 import parse_color as parse_any_color

from polyleaf.drawings.geometry import EM, length

INHERITED = frozenset(
    [
        "clip-rule",
        "color",
        "direction",
        "dominant-baseline",
        "fill",
        "fill-opacity",
        "font-size",
        "font-weight",
        "letter-spacing",
        "marker",
        "marker-end",
        "marker-mid",
        "marker-start",
        "paint-order",
        "stroke",
        "stroke-opacity",
        "text-anchor",
        "visibility",
        "white-space",
        "writing-mode",
    ]
)
"""Properties that an element takes from what is around it."""

PRESENTATION = INHERITED | frozenset(
    [
        "alignment-baseline",
        "baseline-shift",
        "clip-path",
        "display",
        "filter",
        "mask",
        "mix-blend-mode",
        "opacity",
        "transform",
        "unicode-bidi",
        "transform-box",
        "transform-origin",
        "vector-effect",
    ]
)
"""Properties that may be written as attributes, as far as they matter here."""

_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0
}  # fmt: skip
_STEP = 1.2
_NOT_ON_PAPER = re.compile(r"\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*", re.IGNORECASE)
"""Rules for dark screens: paper is light."""

COLOURS = ("fill", "stroke", "stop-color", "color")
"""Properties whose values are colours, or paints."""

SCREEN_COLOURS = {
    "canvastext": "black",
    "windowtext": "black",
    "buttontext": "black",
    "canvas": "white",
    "window": "white",
}
"""What browsers call the colours of a screen."""

_NO_COLOURS = ("none", "inherit", "initial", "unset", "revert", "revert-layer", "context-fill", "context-stroke")

Declarations = dict[str, str]


class Styles:
    """The styles of one drawing.

    Attributes:
        rules: Selector and declarations of every rule, as text, for those who look for what is not understood.
        at_rules: Names of rules that hold others (``media``).
    """

    def __init__(self, root: ET.Element) -> None:
        self.rules: list[tuple[str, Declarations]] = []
        self.at_rules: list[str] = []
        self._refused: frozenset[str] = frozenset()
        self._normal, self._important = cssselect2.Matcher(), cssselect2.Matcher()
        for element in root.iter():
            if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == "style":
                self._read("".join(element.itertext()))
        wrapped = cssselect2.ElementWrapper.from_xml_root(root)
        self._wrapped = {one.etree_element: one for one in wrapped.iter_subtree()} if self.rules else {}

    def declared(self, element: ET.Element) -> Declarations:
        """What is said of an element itself."""
        found = {name: value.strip() for name in PRESENTATION if (value := element.get(name)) is not None}
        found = {name: value for name, value in found.items() if name not in COLOURS or is_paint(value)}
        own, own_important, _ = _of_style(element.get("style") or "")
        wrapped = self._wrapped.get(element)
        found |= {} if wrapped is None else _merged(self._normal, wrapped)
        found |= own
        found |= {} if wrapped is None else _merged(self._important, wrapped)
        return found | own_important

    def refused(self, element: ET.Element) -> frozenset[str]:
        """Properties of colours that some rule, or the style of the element, gives a value that is none."""
        return self._refused | _of_style(element.get("style") or "")[2]

    def computed(self, element: ET.Element, around: Mapping[str, str]) -> Declarations:
        """The style of an element inside something whose style is ``around``; the size of type is in px."""
        own = {name: value for name, value in self.declared(element).items() if value != "inherit"}
        style = {name: value for name, value in around.items() if name in INHERITED} | own
        style["font-size"] = str(_font_size(own.get("font-size"), font_size(around)))
        return style

    def _read(self, css: str) -> None:
        for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
            if rule.type == "at-rule" and _NOT_ON_PAPER.fullmatch(tinycss2.serialize(rule.prelude)):
                continue
            if rule.type == "at-rule":
                self.at_rules.append(rule.lower_at_keyword)
            elif rule.type == "qualified-rule":
                normal, important, refused = _declarations(rule.content)
                self._refused |= refused
                self.rules.append((tinycss2.serialize(rule.prelude).strip(), normal | important))
                try:
                    selectors = cssselect2.compile_selector_list(rule.prelude)
                except cssselect2.SelectorError:
                    continue
                for selector in selectors:
                    if selector.pseudo_element is None and not selector.never_matches:
                        self._normal.add_selector(selector, normal)
                        self._important.add_selector(selector, important)


@lru_cache(maxsize=2048)
def is_paint(text: str) -> bool:
    """Whether a browser takes a value for a colour or a paint; what functions say is judged elsewhere."""
    tokens = [one for one in tinycss2.parse_component_value_list(text) if one.type not in ("whitespace", "comment")]
    if tokens and (tokens[0].type == "url" or getattr(tokens[0], "lower_name", "") == "url"):
        return True
    if len(tokens) == 1 and tokens[0].type == "function":
        return bool(tokens[0].lower_name != "device-cmyk")
    return text.strip().lower() in (*_NO_COLOURS, *SCREEN_COLOURS) or bool(parse_any_color(text))


def font_size(style: Mapping[str, str]) -> float:
    """Size of the type in px."""
    return float(style.get("font-size", EM))


def is_painted(style: Mapping[str, str]) -> bool:
    """Whether letters of this style can be seen."""
    filled = style.get("fill", "black") not in ("none", "transparent") and share(style.get("fill-opacity")) > 0
    stroked = style.get("stroke", "none") not in ("none", "transparent") and share(style.get("stroke-opacity")) > 0
    return (filled or stroked) and font_size(style) > 0


def share(text: str | None) -> float:
    """An opacity, from 0 to 1."""
    value = length(text or "1", 1.0)
    return 1.0 if value is None else min(max(value, 0.0), 1.0)


def colour(style: Mapping[str, str]) -> str:
    """The colour of letters as ``#rrggbb``; "" for black, and where they are filled with something else."""
    text = style.get("fill", "")
    found = parse_color(style.get("color", "black") if text.lower() == "currentcolor" else text)
    if not isinstance(found, RGBA):
        return ""
    code = "".join(f"{round(255 * min(max(part, 0), 1)):02x}" for part in (found.red, found.green, found.blue))
    return "" if code == "000000" else f"#{code}"


def is_bold(style: Mapping[str, str]) -> bool:
    """Whether letters are bold."""
    weight = style.get("font-weight", "normal")
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= 600)  # noqa: PLR2004 - CSS Fonts 4


def _font_size(text: str | None, around: float) -> float:
    if text is None:
        return around
    if text in _SIZES:
        return _SIZES[text]
    if text in ("larger", "smaller"):
        return around * _STEP if text == "larger" else around / _STEP
    found = length(text, around, around)
    return around if found is None or found < 0 else found


def _declarations(css: object) -> tuple[Declarations, Declarations, frozenset[str]]:
    """Normal and important declarations of a block, and names of colours whose value is none.

    The shorthand ``font`` gives its size and weight.
    """
    refused: set[str] = set()
    normal: Declarations = {}
    important: Declarations = {}
    for one in tinycss2.parse_blocks_contents(css):
        if one.type == "declaration":
            target = important if one.important else normal
            value = tinycss2.serialize(one.value).strip()
            if one.lower_name in COLOURS and not is_paint(value):
                refused.add(one.lower_name)  # a browser passes over it
                continue
            target[one.name if one.name.startswith("--") else one.lower_name] = value
            if one.lower_name == "font":
                target.update(_of_font(value))
    return normal, important, frozenset(refused)


@lru_cache(maxsize=4096)
def _of_style(css: str) -> tuple[Declarations, Declarations, frozenset[str]]:
    """What a ``style`` says, read once for all elements that say the same."""
    return _declarations(css)


def _of_font(value: str) -> Iterator[tuple[str, str]]:
    for part in value.split():
        if part.partition("/")[0] in _SIZES or length(part.partition("/")[0]) is not None:
            if not part.isdecimal():
                yield "font-size", part.partition("/")[0]
                return
            yield "font-weight", part
        elif part in ("bold", "bolder"):
            yield "font-weight", part


def _merged(matcher: cssselect2.Matcher, element: cssselect2.ElementWrapper) -> Declarations:
    found: Declarations = {}
    for *_, declarations in matcher.match(element):
        found |= declarations
    return found
