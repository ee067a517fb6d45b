"""The look of the leaflets: ``[look]`` of ``polyleaf.toml``."""

from __future__ import annotations

from collections.abc import Mapping

from polyleaf.manuscript.faults import FaultLog
from polyleaf.manuscript.toml_lines import TomlLines
from polyleaf.model.contrast import ratio, rgb_of
from polyleaf.model.inks import CmykInks
from polyleaf.model.look import THEMES, Look
from polyleaf.model.pdf_facts import Rgb
from polyleaf.source.schema import LookTable

_TEXT = 7.0
"""Least contrast of words, whatever their size (WCAG 2.2, 1.4.6): every theme serves large print, too."""
_SHAPE = 3.0
"""Least contrast of shapes (WCAG 2.2, 1.4.11)."""
_PAPER, _INK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)


def read_look(table: LookTable, lines: TomlLines, log: FaultLog) -> Look:
    """The look that a table asks for.

    Args:
        table: ``[look]``.
        lines: Where it stands.
        log: Takes colours in which nobody could read.
    """
    own = {name: value for name, value in table if name != "theme" and value is not None}
    look = THEMES[table.theme].look.with_own(own)
    accent, tint, second = map(rgb_of, (look.accent, look.tint, look.second))
    if "tint" in own and ratio(_INK, tint) < _TEXT:
        _refuse("tint", look.tint, f"black words on it have a contrast of {ratio(_INK, tint):.2f} to 1", lines, log)
    elif {"accent", "tint"} & set(own):
        worst, what = min((ratio(accent, _PAPER), "white"), (ratio(accent, tint), f"the ground {look.tint}"))
        if worst < _TEXT:
            found = f"it has a contrast of {worst:.2f} to 1 with {what}"
            _refuse("accent", look.accent, found, lines, log, _darker(accent, (_PAPER, tint)))
    if "second" in own and ratio(second, _PAPER) < _SHAPE:
        found = f"its contrast with white is {ratio(second, _PAPER):.2f} to 1"
        hint = "3 to 1 is needed, so that people with low vision see what it draws"
        log.add(f"`second` is {look.second}: {found}", lines.find(("look", "second")), hint)
    return look


def inks_of(theme: str, own: Mapping[str, CmykInks]) -> Mapping[str, CmykInks]:
    """How colours are mixed: those of a theme, and those that the project says."""
    return {**THEMES[theme].inks, **own}


def _refuse(token: str, colour: str, found: str, lines: TomlLines, log: FaultLog, better: str = "") -> None:
    hint = f"{_TEXT:g} to 1 is needed, so that people with low vision can read it"
    hint = f"{hint}. The same colour, darker: {better}" if better else f"{hint}: choose a lighter one"
    line = lines.find(("look", token)) or lines.find(("look",))
    log.add(f"`{token}` is {colour}: {found}", line, hint)


def _darker(colour: Rgb, grounds: tuple[Rgb, ...]) -> str:
    """The lightest shade of a colour that can be read on some grounds; "" if black cannot."""
    for part in range(100, -1, -1):
        shade = tuple(round(one * part / 100 * 255) for one in colour)
        red, green, blue = (one / 255 for one in shade)
        if all(ratio((red, green, blue), ground) >= _TEXT for ground in grounds):
            return "#" + "".join(f"{one:02x}" for one in shade)
    return ""
