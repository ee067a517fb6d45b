"""Computed styles of WeasyPrint, sooner: the same values.

``ComputedStyle.__missing__`` looks up each property of each element once, over a hundred lines for the few that need
them; most are the parent's or the initial value. Those that are always the initial value are there from the start.

``tests/render/test_quick.py`` holds each against the original, in whole documents.
"""

from __future__ import annotations

from typing import Any

from weasyprint import css
from weasyprint.css.computed_values import COMPUTER_FUNCTIONS, PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math as _real_check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES, Dimension
from weasyprint.css.tokens import Pending

real_missing: Any = css.ComputedStyle.__missing__
_real_calc_sum: Any = getattr(css, "_resolve_calc_sum", None)
_real_solve: Any = Pending.solve
_real_start: Any = css.ComputedStyle.__init__
_real_anonymous: Any = css.AnonymousStyle.__init__

_OWN_WAYS = frozenset(
    name
    for name in INITIAL_VALUES
    if name in ("float", "display", "position", "page") or name.startswith("text_decoration_")
)
_SIMPLE = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if name not in INHERITED and name not in INITIAL_NOT_COMPUTED and name not in _OWN_WAYS
    if not _real_check_math(value)
}
"""Initial values that are used as they are."""
_COMPUTED = {
    name: (COMPUTER_FUNCTIONS[name], INITIAL_VALUES[name])
    for name in INITIAL_NOT_COMPUTED
    if name not in INHERITED and name not in _OWN_WAYS and name in COMPUTER_FUNCTIONS
}
"""Initial values that are worked out, and by what."""
_FROM_PARENT = frozenset(INHERITED) - _OWN_WAYS
_LOGICAL = {
    name: {way: function(block="ttb", inline=way) for way in ("ltr", "rtl")}
    for name, function in PHYSICAL_FUNCTIONS.items()
}
"""Properties that may be said of the start and end of a line as well, and how."""
_PHYSICAL = {
    logical: tuple(name for name, ways in _LOGICAL.items() if logical in ways.values())
    for ways in _LOGICAL.values()
    for logical in ways.values()
}
_PLAIN = frozenset((str, int, float, type(None), Dimension))
"""Types of values that are no function."""
_WORDS = ("inherit", "initial")
_KEPT = _PLAIN | {css.tinycss2.ast.FunctionBlock}
_MOST_SOLVED = 5_000
_solved: dict[tuple[Any, ...], Any] = {}
"""Values that had variables in them, by what stood in their place."""


def start(self: Any, parent_style: Any, cascaded: Any, *others: Any) -> None:
    """WeasyPrint's ``ComputedStyle.__init__``; what nothing says of a property is there at once."""
    _real_start(self, parent_style, cascaded, *others)
    self.update(_SIMPLE)
    for name in cascaded:
        self.pop(name, None)
        for physical in _PHYSICAL.get(name, ()):
            self.pop(physical, None)


def start_anonymous(self: Any, parent_style: Any) -> None:
    """WeasyPrint's ``AnonymousStyle.__init__``, likewise."""
    self.update(_SIMPLE)
    _real_anonymous(self, parent_style)


def missing(self: Any, key: str) -> Any:
    """WeasyPrint's ``ComputedStyle.__missing__``."""
    cascaded = self.cascaded
    if key in cascaded or (key in _LOGICAL and _LOGICAL[key][self["direction"]] in cascaded):
        return _said(self, key)
    if key in _SIMPLE:
        value = self[key] = _SIMPLE[key]
        return value
    parent = self.parent_style
    if key in _FROM_PARENT and parent is not None:
        value = parent[key]
        if type(value) in _PLAIN or not check_math(value):
            self[key] = value
            return value
    elif key in _COMPUTED:
        compute, value = _COMPUTED[key]
        value = self[key] = compute(self, key, value)
        return value
    elif key == "position":
        value = self[key] = self.specified[key] = INITIAL_VALUES[key]
        return value
    return real_missing(self, key)


def _said(self: Any, key: str) -> Any:
    """A property of which a style sheet says a plain value, in one way."""
    cascaded = self.cascaded
    if key in _LOGICAL:
        logical = _LOGICAL[key][self["direction"]]
        if key in cascaded and logical in cascaded:
            return real_missing(self, key)
        value, _ = cascaded[key] if key in cascaded else cascaded[logical]
    else:
        value, _ = cascaded[key]
    if type(value) not in _PLAIN or value in _WORDS or key in _OWN_WAYS:
        return real_missing(self, key)
    if key in COMPUTER_FUNCTIONS:
        value = COMPUTER_FUNCTIONS[key](self, key, value)
    self[key] = value
    return value


def check_math(token: Any) -> Any:
    """WeasyPrint's function of the same name."""
    kind = type(token)
    if kind in _PLAIN:
        return None
    if kind is tuple:
        return any(check_math(part) for part in token)
    return _real_check_math(token)


def calc_sum(computed: Any, tokens: Any, property_name: Any, refer_to: Any) -> Any:
    """WeasyPrint's ``_resolve_calc_sum``; its refusal is one that holds on to nothing.

    The other holds on to all functions that are at work, and to the boxes in them, until garbage is looked for.
    """
    try:
        return _real_calc_sum(computed, tokens, property_name, refer_to)
    except css.RelativeLengthInMath as error:
        error.with_traceback(None)
    raise css.RelativeLengthInMath


def solve(self: Any, tokens: Any, wanted_key: str, base_url: str | None) -> Any:
    """WeasyPrint's ``Pending.solve``, which remembers: the same few measures are asked of in each document."""
    key = type(self), self.name, wanted_key, base_url, "".join(token.serialize() for token in tokens)
    found = _solved.get(key)
    if found is None:
        found = _real_solve(self, tokens, wanted_key, base_url)
        if type(found) in _KEPT and len(_solved) < _MOST_SOLVED:
            _solved[key] = found
    return found


def install() -> None:
    """Put them in place."""
    css._resolve_calc_sum = calc_sum
    Pending.solve = solve
    css.ComputedStyle.__missing__ = missing
    css.ComputedStyle.__init__ = start
    css.AnonymousStyle.__init__ = start_anonymous
