"""How leaflets look: a theme, and what an organisation has of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from polyleaf.model.inks import CmykInks


@dataclass(frozen=True, slots=True)
class Look:
    """Tokens of the style sheets; ``css/tokens.css`` writes them down.

    Attributes:
        accent: Colour of headings and numbers (``#003087``): white and the tint are its ground.
        tint: What stands behind key points, important boxes and heads of tables.
        second: Colour of shapes that hold no words: bars, the line under the title, the frame of figures.
        corner: Radius of corners, in mm.
        rule: Thickness of lines, in pt.
        bar: Thickness of the bar beside a box, in mm.
    """

    accent: str
    tint: str
    second: str
    corner: float
    rule: float
    bar: float

    def with_own(self, own: Mapping[str, str | float]) -> Look:
        """The look with tokens of the organisation's own; a second colour follows the accent unless it is named."""
        second = {} if "accent" not in own else {"second": own["accent"]}
        return replace(self, **{**second, **own})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Theme:
    """A look with a name.

    Attributes:
        name: The word in ``polyleaf.toml``.
        purpose: What it is for, in words for officers.
        look: The tokens.
        inks: How its colours are mixed in print, unless ``[press.colours]`` says otherwise.
    """

    name: str
    purpose: str
    look: Look
    inks: Mapping[str, CmykInks] = field(default_factory=dict, hash=False)


_ROWS = (
    Theme(
        name="calm",
        purpose="Soft grounds behind boxes, square corners, thin lines.",
        look=Look("#003087", "#e6edf7", "#003087", corner=0, rule=0.6, bar=2),
    ),
    Theme(
        name="clear",
        purpose="Lines and frames, and no grounds: for copies, fax and black ink.",
        look=Look("#00365e", "#ffffff", "#00365e", corner=0, rule=1, bar=2.5),
        inks={"#00365e": (1.0, 0.6, 0.0, 0.5)},
    ),
    Theme(
        name="bold",
        purpose="Strong bars, round corners, thick lines.",
        look=Look("#00464a", "#dff0ef", "#00464a", corner=2.5, rule=1.2, bar=4),
        inks={"#00464a": (1.0, 0.3, 0.45, 0.55), "#dff0ef": (0.12, 0.0, 0.06, 0.0)},
    ),
)

THEMES = {theme.name: theme for theme in _ROWS}
"""Every theme by its name; the first one is that of a project that names none."""

PLAIN = _ROWS[0].look
"""The look of a project that says nothing of its look."""
