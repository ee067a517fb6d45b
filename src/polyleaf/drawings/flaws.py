"""What of a drawing the layout engine would draw wrong in silence, as found by holding it against a browser."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import cssselect2
from tinycss2.color5 import parse_color as parse_any_color

from polyleaf.drawings.flaw import flaw
from polyleaf.drawings.labels import Words
from polyleaf.drawings.misread import href, misled, misread
from polyleaf.drawings.styles import Declarations, Styles
from polyleaf.drawings.svg import SVG, Drawing, local_name
from polyleaf.model.image import DrawingFlaw

_MOVES = frozenset(["animate", "animateTransform", "animateMotion", "animateColor", "set"])
_AS_PICTURE = "Undo it in the drawing program; or, if the drawing has no words, export it as PNG at 300 dots an inch"
_FLOWED = frozenset(["flowRoot", "textArea"])
_UNFLOW = "In Inkscape choose Text, Convert to Text, and save it anew"
_PAINTS = ("linearGradient", "radialGradient", "pattern")
_TOLD = 20
"""Most flaws of one drawing."""

_DECLARED = {
    "mask": ("none", "has a mask: it is drawn in another place, or not at all"),
    "filter": ("none", "has a filter (a shadow or blur): it is drawn without"),
    "mix-blend-mode": ("normal", "is mixed with what lies under it: it is drawn over it"),
    "paint-order": ("normal fill", "has its line behind its colour: it is drawn in front"),
    "vector-effect": ("none", "has a line whose width does not follow its size: it is drawn thicker or thinner"),
    "transform-box": ("view-box", "turns around its own middle: it is drawn in another place"),
    "d": ("", "has its shape in a style: it is not drawn"),
    "mask-image": ("none", "has a mask: it is drawn in another place, or not at all"),
    "animation": ("none", "moves or changes, which paper cannot: it is drawn as it begins"),
    "animation-name": ("none", "moves or changes, which paper cannot: it is drawn as it begins"),
    "translate": ("none", "is moved in its style (translate): it is drawn in another place"),
    "rotate": ("none 0 0deg", "is turned in its style (rotate): it is drawn unturned"),
    "scale": ("none 1", "is enlarged in its style (scale): it is drawn in another size"),
    "offset-path": ("none", "is placed along a path (offset-path): it is drawn in another place"),
    "zoom": ("normal 1", "is enlarged in its style (zoom): it is drawn in another size"),
    "backdrop-filter": ("none", "has a filter: it is drawn without"),
}
"""Property, values that change nothing, what becomes of others."""

_WORDS = ("unset", "initial", "revert", "revert-layer")


def drawing_flaws(drawing: Drawing, words: Words) -> tuple[DrawingFlaw, ...]:
    """Everything in a drawing that is not printed as it was drawn; labels that cannot be placed come first.

    Args:
        drawing: The drawing.
        words: What was read of it.
    """
    styles = Styles(drawing.root)
    found = [*words.flaws, *_of_styles(drawing, styles), *_of_elements(drawing, styles)]
    return tuple(dict.fromkeys(found))[:_TOLD]


def _of_styles(drawing: Drawing, styles: Styles) -> Iterator[DrawingFlaw]:
    sheets = [one for one in drawing.root.iter() if local_name(one) == "style"]
    sheet = next(iter(sheets), drawing.root)
    hint = "Save it as plain SVG with the look of each element at the element (presentation attributes)"
    if any(one.get("media", "all") not in ("", "all", "screen") for one in sheets):
        yield flaw(drawing, sheet, f"has rules that hold only sometimes (media={sheet.get('media', '')[:20]})", hint)
    for name in dict.fromkeys(styles.at_rules):
        if name == "keyframes":
            continue  # what uses them is told below
        yield flaw(drawing, sheet, f"has rules that hold only sometimes (@{name})", hint)
    for selector, _ in styles.rules:
        if not _is_understood(selector):
            yield flaw(drawing, sheet, f"chooses elements in a way that is not understood ({selector[:40]})", hint)


def _is_understood(selector: str) -> bool:
    """Whether the engine chooses as a browser does: what it cannot read ends the style sheet for it."""
    try:
        chosen = cssselect2.compile_selector_list(selector)
    except cssselect2.SelectorError:
        return False
    return bool(chosen)


def _of_elements(drawing: Drawing, styles: Styles) -> Iterator[DrawingFlaw]:
    by_id = {name: one for one in drawing.root.iter() if (name := one.get("id"))}
    used = _referenced(drawing.root)
    hidden: set[ET.Element] = set()
    for element in drawing.root.iter():
        if element in hidden or not isinstance(element.tag, str) or not element.tag.startswith(f"{{{SVG}}}"):
            continue
        declared = styles.declared(element)
        unused = local_name(element) in ("defs", "symbol") and not used.intersection(
            one.get("id") for one in element.iter()
        )
        if declared.get("display") == "none" or unused:
            hidden.update(element.iter())
            continue
        if local_name(element) in _FLOWED and (said := "".join(element.itertext()).strip()):
            yield flaw(drawing, element, "flows in a frame, which only its program can lay out", _UNFLOW, words=said)
        for what in _faults(element, declared, by_id, drawing.root):
            yield flaw(drawing, element, what, _AS_PICTURE)


def _faults(
    element: ET.Element, declared: Declarations, by_id: dict[str, ET.Element], root: ET.Element
) -> Iterator[str]:
    name = local_name(element)
    for key, (harmless, what) in _DECLARED.items():
        value = declared.get(key, "").strip()
        if value and value not in harmless.split() and value != harmless:
            yield what
    for key, value in declared.items():
        if "var(" in value or value in _WORDS:
            yield f"has a {key} that is not understood ({value[:30]})"
    yield from _acts(element, declared)
    if name in ("svg", "use") and element is not root:
        yield from _unsized(element, by_id)
    yield from _paints(declared, by_id)
    yield from misread(element, declared, root)
    if "url(" in (clip := declared.get("clip-path", "")):
        yield from _clips(by_id.get(_target(clip)))
    elif clip and clip != "none":
        yield "is cut out by a shape in its style: it is drawn whole"


def _acts(element: ET.Element, declared: Declarations) -> Iterator[str]:
    """What shows or changes by rules that paper does not know."""
    name = local_name(element)
    if name in _MOVES:
        yield "moves or changes, which paper cannot: it is drawn as it begins"
    if name == "use" and any(key.startswith("--") for key in declared):
        yield "sets variables for what it shows: it is drawn in its first colours"
    if name == "switch" and any(one.get("systemLanguage") for one in element):
        yield "shows one of several things by conditions: all are drawn"
    elif any(one.get("systemLanguage") for one in element):
        yield "holds what is shown in some languages only: it is drawn for all"
    if declared.get("visibility") == "collapse":
        yield "is hidden (visibility: collapse): it is drawn"


def _unsized(element: ET.Element, by_id: dict[str, ET.Element]) -> Iterator[str]:
    """A drawing inside the drawing that does not say how large it is."""
    inner = element
    if local_name(element) == "use":
        inner = by_id.get(href(element), element)
        if local_name(inner) not in ("svg", "symbol") or inner.get("viewBox") is None:
            return
    sizes = (
        element.get(key) or (inner.get(key) if local_name(inner) == "svg" else None) for key in ("width", "height")
    )
    if not all(sizes):
        yield "does not say how wide and high it is: it is drawn in another size"


def _paints(declared: Declarations, by_id: dict[str, ET.Element]) -> Iterator[str]:
    for key in ("fill", "stroke"):
        value = declared.get(key, "")
        paint = by_id.get(_target(value)) if value.startswith("url(") and value.endswith(")") else None
        if paint is None and value.startswith("url(") and value.endswith(")"):
            yield f"has a {key} that is not in the file ({value[:40]}): it is drawn black"
        elif paint is not None and local_name(paint) not in _PAINTS:
            yield f"has a {key} that no browser draws (<{local_name(paint)}>): it is drawn black"
        elif paint is not None and (what := misled(paint, by_id)):
            yield f"has a {key} that {what}"
        elif "(" in value and not value.startswith("url(") and "var(" not in value and not _is_drawn(value):
            yield f"has a {key} that is not understood ({value[:30]}): it is drawn black"


def _is_drawn(value: str) -> bool:
    """Whether the engine draws what a function of colours gives."""
    linear = value.startswith("color(") and any(space in value for space in ("-linear", "xyz"))
    return bool(parse_any_color(value)) and not linear


def _clips(path: ET.Element | None) -> Iterator[str]:
    """What is wrong with the clip path that cuts an element."""
    if path is None:
        return
    if path.get("clipPathUnits") == "objectBoundingBox":
        yield "is cut out in parts of its own size (objectBoundingBox): it is cut in another place"
    if any(
        "evenodd" in (one.get("clip-rule") or "") + (one.get("style") or "").replace(" ", "") for one in path.iter()
    ):
        yield "is cut out with a hole (clip-rule): it is drawn without the hole"


def _referenced(root: ET.Element) -> set[str | None]:
    found: set[str | None] = set()
    for element in root.iter():
        found.add(href(element))
        found.update(_target(value) for value in element.attrib.values() if "url(" in value)
        if local_name(element) == "style":
            found.update(_target(f"url({part}") for part in "".join(element.itertext()).split("url(")[1:])
    return found - {""}


def _target(value: str) -> str:
    return value.partition("url(")[2].partition(")")[0].strip("\"' ").removeprefix("#")
