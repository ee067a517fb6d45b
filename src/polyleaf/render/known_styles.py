"""Computed styles that stay from one layout of a page to the next: those of elements that nothing was changed at.

A page is laid out again with other ``style`` attributes at some elements: line pitches, planned breaks and gaps. What
the style sheets say of an element, and what follows from it for those inside, is worked out anew only where they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

from weasyprint import css, document

from polyleaf.render.insides import Seams, check_seams

SEAMS: Seams = {
    "weasyprint.css.get_all_computed_styles": (
        *("html", "user_stylesheets", "presentational_hints", "font_config", "counter_style", "color_profiles"),
        *("page_rules", "layers", "target_collector", "forms"),
    ),
    "weasyprint.css.find_style_attributes": ("tree", "presentational_hints", "base_url"),
    "weasyprint.css.preprocess_declarations": ("base_url", "declarations", "prelude"),
    "weasyprint.css.declaration_precedence": ("origin", "importance"),
}
"""The function we stand in for, and those that it calls as WeasyPrint's own does, as WeasyPrint 70.0 has them."""

_ALONE = frozenset(
    (
        *("margin-top", "margin-bottom", "padding-top", "padding-bottom"),
        *("break-before", "break-inside", "margin-break", "box-decoration-break"),
    )
)
"""Properties that elements do not inherit: those inside keep their styles."""

_HELD = {name.replace("-", "_") for name in _ALONE} | {
    f"{box}_block_{side}" for box in ("margin", "padding") for side in ("start", "end")
}
"""As they are called in styles."""

_OUT_OF_TEXT = ("footnote", "note()")
"""Kinds of boxes on whose styles a layout leaves traces."""

_real: Any = getattr(document, "get_all_computed_styles", None)

_Key = tuple[Any, str | None]
_Attributes = dict[Any, dict[str, str]]


@dataclass(slots=True)
class _Known:
    """What a layout found.

    Attributes:
        style_for: WeasyPrint's object.
        styles: Computed styles by element and pseudo-element, in WeasyPrint's order.
        attributes: Attributes of all elements, in the order of the page.
        counter_styles, color_profiles: What the sheets put into the document.
        matched: What sheets say of elements that were looked at again.
    """

    style_for: Any
    styles: dict[_Key, Any]
    attributes: _Attributes
    counter_styles: dict[str, Any]
    color_profiles: dict[str, Any]
    matched: dict[Any, list[tuple[Any, ...]]]


def get_all_computed_styles(html: Any, *others: Any, **more: Any) -> Any:
    """WeasyPrint's function of the same name, which remembers with the page."""
    _, hints, _, counter_styles, color_profiles, _, _, targets, _ = others
    if hints:
        return _real(html, *others, **more)
    attributes = {element: dict(element.attrib) for element in html.etree_element.iter()}
    known: _Known | None = vars(html).get("polyleaf_styles")
    changes = None if known is None else _changes(html, known.attributes, attributes)
    if known is None or changes is None:
        found = _real(html, *others, **more)
        styles = found.get_computed_styles()
        if all(_may_stay(style) for style in styles.values()):
            of_all = dict(counter_styles), dict(color_profiles)
            vars(html)["polyleaf_styles"] = _Known(found, dict(styles), attributes, *of_all, {})
        return found
    counter_styles.update(known.counter_styles)
    color_profiles.update(known.color_profiles)
    styles = _Anew(html, known, changes).styles()
    known.styles, known.attributes = dict(styles), attributes
    return _again(html, known, styles, targets)


def _may_stay(style: Any) -> bool:
    """Whether a style stays as it is while a page is laid out, and where the one around it gets other distances."""
    told = (style.cascaded.get(name, (None,))[0] for name in ("float", "position"))
    if any(value in _OUT_OF_TEXT or (isinstance(value, tuple) and value[0] in _OUT_OF_TEXT) for value in told):
        return False
    return all(style.cascaded[name][0] != "inherit" for name in _HELD & style.cascaded.keys())


def _changes(html: Any, before: _Attributes, now: _Attributes) -> dict[Any, frozenset[str]] | None:
    """Elements with another ``style``, and the names of its properties; None if more was changed, or the root."""
    if list(before) != list(now):
        return None
    changed = {element for element, attributes in now.items() if attributes != before[element]}
    others = any({**before[element], "style": ""} != {**now[element], "style": ""} for element in changed)
    if others or html.etree_element in changed:
        return None
    return {element: _names(before[element].get("style", ""), now[element].get("style", "")) for element in changed}


def _names(before: str, now: str) -> frozenset[str]:
    """Names of the declarations in one ``style`` attribute and not in the other; one that is no name if unsure."""
    parts = [frozenset(part.strip() for part in style.split(";")) for style in (before, now)]
    return frozenset(part.partition(":")[0].strip().lower() for part in parts[0] ^ parts[1] if part)


def _again(html: Any, known: _Known, styles: dict[_Key, Any], targets: Any) -> Any:
    """What gives the styles to another layout, with no trace of the one before."""
    style_for = object.__new__(css.StyleFor)
    vars(style_for).update(vars(known.style_for))
    style_for._cascaded_styles, style_for._computed_styles = {}, styles
    style_for.initial_page_sizes.update(box=None, area=None)
    for element in (html.etree_element, *html.etree_element):
        if (element, None) in styles:
            styles[element, None].pop("overflow", None)  # it went to the page
    for style in {id(one): one for one in styles.values()}.values():
        if style["anchor"]:
            targets.collect_anchor(style["anchor"])
    return style_for


class _Anew:
    """Styles where something was changed, and those that were there everywhere else.

    Args:
        html: The page.
        known: What was there.
        changes: Elements with another ``style``, and the names of the properties in it.
    """

    def __init__(self, html: Any, known: _Known, changes: dict[Any, frozenset[str]]) -> None:
        self._html, self._known, self._changes = html, known, changes
        self._found: dict[_Key, Any] = {}
        self._alike: dict[tuple[int, int], Any] = {}
        self._inherited: set[Any] = set()
        """Elements of which those inside may inherit something else."""

    def styles(self) -> dict[_Key, Any]:
        """All styles, in WeasyPrint's order."""
        for wrapper in self._html.wrapper_element.iter_subtree():
            self._found[wrapper.etree_element, None] = self._of(wrapper)
        for (element, pseudo_type), old in self._known.styles.items():
            if pseudo_type:
                new = self._computed(old, element, old.cascaded) if element in self._inherited else old
                self._found[element, pseudo_type] = new
        return self._found

    def _of(self, wrapper: Any) -> Any:
        element = wrapper.etree_element
        old = self._known.styles[element, None]
        parent = wrapper.parent.etree_element if wrapper.parent else None
        inherits = parent in self._inherited
        if inherits or not self._changes.get(element, _ALONE) <= _ALONE:
            self._inherited.add(element)
        if element in self._changes:
            return self._computed(old, parent, self._cascaded(wrapper))
        if not inherits:
            return old
        key = id(old), id(self._found[parent, None])
        if key not in self._alike:
            self._alike[key] = self._computed(old, parent, old.cascaded)
        return self._alike[key]

    def _computed(self, old: Any, parent: Any, cascaded: dict[str, Any]) -> Any:
        """A style with another parent or other declarations."""
        others = old.pseudo_type, old.root_style, old.base_url, old.font_config, old.initial_page_sizes
        return css.ComputedStyle(self._found[parent, None], cascaded, *others)

    def _cascaded(self, wrapper: Any) -> dict[str, Any]:
        """What is said of an element, as ``StyleFor`` finds it: by its attributes first, then by the sheets."""
        style: dict[str, Any] = {}
        element = wrapper.etree_element
        alone = element.makeelement(element.tag, dict(element.attrib))
        for specificity, _, declarations, base_url in css.find_style_attributes(alone, False, self._html.base_url):
            _add(style, css.preprocess_declarations(base_url, declarations), "author", inf, specificity)
        matched = self._known.matched.get(element)
        if matched is None:
            matched = self._known.matched[element] = list(_matching(self._known.style_for, wrapper))
        for told in matched:
            _add(style, *told)
        return style


def _matching(style_for: Any, wrapper: Any) -> Iterator[tuple[Any, ...]]:
    """What sheets say of an element itself: declarations, origin, order of their layer, specificity."""
    for sheet, origin, sheet_specificity in style_for._sheets:
        for specificity, _, pseudo_type, (declarations, layer) in sheet.matcher.match(wrapper):
            if pseudo_type is None:
                order = inf if layer is None else sheet.layers.index(layer)
                yield declarations, origin, order, sheet_specificity or specificity


def _add(style: dict[str, Any], declarations: Any, origin: str, layer_order: float, specificity: Any) -> None:
    for name, values, importance in declarations:
        weight = (css.declaration_precedence(origin, importance), layer_order, specificity)
        old_weight = style.get(name, (None, None))[1]
        if old_weight is None or old_weight <= weight:
            style[name] = values, weight


def install() -> None:
    """Put it in place; again does nothing.

    Raises:
        UnknownEngine: A function has moved or takes other arguments.
    """
    if document.get_all_computed_styles is get_all_computed_styles:
        return
    check_seams(SEAMS)
    document.get_all_computed_styles = get_all_computed_styles
