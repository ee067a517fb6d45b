"""Computed styles that stay from one layout of a page to the next: those of elements that nothing was changed at.

A page is laid out again with other ``style`` attributes at some elements (line pitches, planned breaks and gaps), or
with some in another order (figures). What the style sheets say of an element, and what follows from it for those
inside, is worked out anew only where they are.
"""

from __future__ import annotations

from functools import cache
from types import CodeType
from typing import Any

from weasyprint import css, document

from polyleaf.render import changed_styles
from polyleaf.render.changed_styles import HELD, Key, Known, changed
from polyleaf.render.insides import Seams, check_seams

SEAMS: Seams = {
    "weasyprint.css.get_all_computed_styles": (
        *("html", "user_stylesheets", "presentational_hints", "font_config", "counter_style", "color_profiles"),
        *("page_rules", "layers", "target_collector", "forms"),
    ),
}
"""The function we stand in for, as WeasyPrint 70.0 has it."""

_OUT_OF_TEXT = ("footnote", "note()")
"""Kinds of boxes on whose styles a layout leaves traces."""

_real: Any = getattr(document, "get_all_computed_styles", None)


def get_all_computed_styles(html: Any, *others: Any, **more: Any) -> Any:
    """WeasyPrint's function of the same name, which remembers with the page."""
    _, hints, _, counter_styles, color_profiles, _, _, targets, _ = others
    if hints:
        return _real(html, *others, **more)
    page = {element: (dict(element.attrib), list(element)) for element in html.etree_element.iter()}
    known: Known | None = vars(html).get("polyleaf_styles")
    styles = None if known is None else changed(html, known, page)
    if known is None or styles is None:
        found = _real(html, *others, **more)
        styles = found.get_computed_styles()
        sheets = (sheet for sheet, *_ in found._sheets)
        if all(map(_may_stay, styles.values())) and not any(map(_asks_for_style_attributes, sheets)):
            of_all = dict(counter_styles), dict(color_profiles)
            vars(html)["polyleaf_styles"] = Known(found, dict(styles), page, *of_all, {})
        return found
    counter_styles.update(known.counter_styles)
    color_profiles.update(known.color_profiles)
    known.styles, known.page = dict(styles), page
    return _again(html, known, styles, targets)


def _may_stay(style: Any) -> bool:
    """Whether a style stays as it is while a page is laid out, and where the one around it gets other distances."""
    told = (style.cascaded.get(name, (None,))[0] for name in ("float", "position"))
    if any(value in _OUT_OF_TEXT or (isinstance(value, tuple) and value[0] in _OUT_OF_TEXT) for value in told):
        return False
    return all(style.cascaded[name][0] != "inherit" for name in HELD & style.cascaded.keys())


def _asks_for_style_attributes(sheet: Any) -> bool:
    """Whether a selector looks at ``style`` attributes (``[style*=red] + p``): then one element changes others."""
    of_matcher = vars(sheet.matcher).values()
    lists = (one for kept in of_matcher for one in (kept.values() if isinstance(kept, dict) else (kept,)))
    entries = (entry for kept in lists if isinstance(kept, list) for entry in kept)
    return any(_reads_style(test.__code__) for test, *_ in entries)


@cache
def _reads_style(code: CodeType) -> bool:
    """Whether a selector, which cssselect2 makes a function of, reads that attribute of an element."""
    if "style" in code.co_consts and not {"attrib", "get"}.isdisjoint(code.co_names):
        return True
    return any(_reads_style(inner) for inner in code.co_consts if isinstance(inner, CodeType))


def _again(html: Any, known: Known, styles: dict[Key, Any], targets: Any) -> Any:
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


def install() -> None:
    """Put it in place; again does nothing.

    Raises:
        UnknownEngine: A function has moved or takes other arguments.
    """
    if document.get_all_computed_styles is get_all_computed_styles:
        return
    check_seams({**SEAMS, **changed_styles.SEAMS})
    document.get_all_computed_styles = get_all_computed_styles
