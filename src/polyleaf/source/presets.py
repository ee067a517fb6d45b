"""The project's own preflight profiles: what they change in a built-in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from polyleaf.model.finding import Severity
from polyleaf.model.preset import PRESETS, Preset
from polyleaf.model.press_file import MM
from polyleaf.source.schema import PreflightTable


def own_presets(tables: Mapping[str, PreflightTable]) -> tuple[Preset, ...]:
    """The presets of ``[preflight.<name>]``, in order."""
    return tuple(_preset(name, table) for name, table in tables.items())


def _preset(name: str, table: PreflightTable) -> Preset:
    base = PRESETS[table.base]
    changes = {
        "bleed": table.bleed and table.bleed * MM,
        "quiet": table.quiet_zone and table.quiet_zone * MM,
        "ink": table.ink_limit,
        "thinnest": table.thinnest_line,
        "small_text": table.small_text,
        # Ghent's figures are the last that are too few; people write the least that is enough.
        "coarse": table.picture_ppi and table.picture_ppi - 1,
        "soft": table.picture_ppi_warning and table.picture_ppi_warning - 1,
        "coarse_line_art": table.line_art_ppi and table.line_art_ppi - 1,
        "soft_line_art": table.line_art_ppi_warning and table.line_art_ppi_warning - 1,
    }
    limits = replace(base.limits, **{key: float(value) for key, value in changes.items() if value is not None})
    weights = dict(base.weights)
    weights.update(dict.fromkeys(table.errors, Severity.ERROR))
    weights.update(dict.fromkeys(table.warnings, Severity.WARNING))
    weights.update(dict.fromkeys(table.off))
    return Preset(name, f"{name}, from {base.title}", limits, weights)
