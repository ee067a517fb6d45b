"""What becomes of the styles of a page when something at its elements is changed: anew where it is, kept elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Any

from weasyprint import css

from polyleaf.render.insides import Seams

SEAMS: Seams = {
    "weasyprint.css.find_style_attributes": ("tree", "presentational_hints", "base_url"),
    "weasyprint.css.preprocess_declarations": ("base_url", "declarations", "prelude"),
    "weasyprint.css.declaration_precedence": ("origin", "importance"),
}
"""The functions that are called as WeasyPrint's own ``StyleFor`` calls them, as WeasyPrint 70.0 has them."""

_NODE: Any = css.tinycss2.ast.Node

HELD = frozenset(
    (
        *("margin_top", "margin_bottom", "margin_block_start", "margin_block_end", "margin_break"),
        *("padding_top", "padding_bottom", "padding_block_start", "padding_block_end"),
        *("break_before", "break_after", "break_inside", "box_decoration_break"),
    )
)
"""Properties that elements do not inherit: those inside keep their styles."""

Key = tuple[Any, str | None]
Page = dict[Any, tuple[dict[str, str], list[Any]]]


@dataclass(slots=True)
class Known:
    """What a layout found.

    Attributes:
        style_for: WeasyPrint's object.
        styles: Computed styles by element and pseudo-element, in WeasyPrint's order.
        page: Attributes and children of all elements, in the order of the page.
        counter_styles, color_profiles: What the sheets put into the document.
        matched: What sheets say of elements that were looked at again.
    """

    style_for: Any
    styles: dict[Key, Any]
    page: Page
    counter_styles: dict[str, Any]
    color_profiles: dict[str, Any]
    matched: dict[Any, list[tuple[Any, ...]]]


def changed(html: Any, known: Known, now: Page) -> dict[Key, Any] | None:
    """The styles of a page with changes of ``style`` attributes and order; None if there are others, or at the root."""
    before, root = known.page, html.etree_element
    if before.keys() != now.keys() or now[root] != before[root]:
        return None
    changes, moved = set[Any](), set[Any]()
    for element, (attributes, children) in now.items():
        earlier, were = before[element]
        if attributes != earlier:
            if {**attributes, "style": ""} != {**earlier, "style": ""}:
                return None
            changes.add(element)
        if children != were:
            moved.update(inner for child in children for inner in child.iter())
    try:
        return _Anew(html, known, changes, moved).styles()
    except _OtherPseudoElements:
        return None


class _OtherPseudoElements(Exception):  # noqa: N818 - it is no error
    """Sheets say something else of a pseudo-element, because its element stands elsewhere."""


class _Anew:
    """Styles where something was changed, and those that were there everywhere else.

    Args:
        html: The page.
        known: What was there.
        changes: Elements with another ``style``.
        moved: Elements of which sheets may say something else, since they or those beside them stand elsewhere.
    """

    def __init__(self, html: Any, known: Known, changes: set[Any], moved: set[Any]) -> None:
        self._html, self._known, self._changes, self._moved = html, known, changes, moved
        self._found: dict[Key, Any] = {}
        self._alike: dict[tuple[int, int], Any] = {}
        self._inherited: set[Any] = set()
        """Elements of which those inside may inherit something else."""

    def styles(self) -> dict[Key, Any]:
        """All styles, in WeasyPrint's order.

        Raises:
            _OtherPseudoElements: They have to be worked out from the beginning.
        """
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
        inherits, said, other = parent in self._inherited, old.cascaded, set[str]()
        if element in self._moved or element in self._changes:
            said = self._said(wrapper)
            names = said.keys() | old.cascaded.keys()
            other = {name for name in names if not _is_same(said.get(name), old.cascaded.get(name))}
        inherits = inherits or not other <= HELD
        if inherits:
            self._inherited.add(element)
        elif not other:
            return old
        if other:
            new = self._computed(old, parent, said)
            if not inherits:
                vars(new)["polyleaf_passed"] = passed_mark(old)
            return new
        key = id(old), id(self._found[parent, None])
        if key not in self._alike:
            self._alike[key] = self._computed(old, parent, said)
        return self._alike[key]

    def _computed(self, old: Any, parent: Any, said: dict[str, Any]) -> Any:
        """A style with another parent or other declarations."""
        others = old.pseudo_type, old.root_style, old.base_url, old.font_config, old.initial_page_sizes
        return css.ComputedStyle(self._found[parent, None], said, *others)

    def _said(self, wrapper: Any) -> dict[str, Any]:
        """What is said of an element, as ``StyleFor`` finds it: by its attributes first, then by the sheets."""
        style: dict[str, Any] = {}
        element, matched = wrapper.etree_element, self._known.matched
        alone = element.makeelement(element.tag, dict(element.attrib))
        for specificity, _, declarations, base_url in css.find_style_attributes(alone, False, self._html.base_url):
            _add(style, css.preprocess_declarations(base_url, declarations), "author", inf, specificity)
        if element in self._moved or element not in matched:
            matched[element] = list(_matching(self._known.style_for, wrapper))
        others: dict[str, dict[str, Any]] = {}
        for pseudo_type, *told in matched[element]:
            _add(others.setdefault(pseudo_type, {}) if pseudo_type else style, *told)
        if element in self._moved and others != self._pseudo_elements.get(element, {}):
            raise _OtherPseudoElements
        return style

    @cached_property
    def _pseudo_elements(self) -> dict[Any, dict[str, dict[str, Any]]]:
        """What was said of pseudo-elements, by element and name."""
        found: dict[Any, dict[str, dict[str, Any]]] = defaultdict(dict)
        for (element, pseudo_type), style in self._known.styles.items():
            if pseudo_type:
                found[element][pseudo_type] = style.cascaded
        return found


def _is_same(one: tuple[Any, Any] | None, other: tuple[Any, Any] | None) -> bool:
    """Whether a property is said in the same way; tokens of the same letters are."""
    if one == other:
        return True
    if one is None or other is None or one[1] != other[1]:
        return False
    letters = _letters(one[0])
    return letters is not None and letters == _letters(other[0])


def _letters(value: Any) -> list[str] | None:
    """The tokens of a value as they were written; None if it is none of tokens."""
    if not isinstance(value, tuple) or not all(isinstance(token, _NODE) for token in value):
        return None
    return [token.serialize() for token in value]


def own_mark(style: Any) -> object:
    """What tells a style from all others."""
    return vars(style).setdefault("polyleaf_own", object())


def passed_mark(style: Any) -> object:
    """What tells that which is inherited from a style."""
    return vars(style).setdefault("polyleaf_passed", object())


def _matching(style_for: Any, wrapper: Any) -> Iterator[tuple[Any, ...]]:
    """What sheets say of an element: pseudo-element, declarations, origin, order of the layer, specificity."""
    for sheet, origin, sheet_specificity in style_for._sheets:
        for specificity, _, pseudo_type, (declarations, layer) in sheet.matcher.match(wrapper):
            order = inf if layer is None else sheet.layers.index(layer)
            yield pseudo_type, declarations, origin, order, sheet_specificity or specificity


def _add(style: dict[str, Any], declarations: Any, origin: str, layer_order: float, specificity: Any) -> None:
    for name, values, importance in declarations:
        weight = (css.declaration_precedence(origin, importance), layer_order, specificity)
        old_weight = style.get(name, (None, None))[1]
        if old_weight is None or old_weight <= weight:
            style[name] = values, weight
