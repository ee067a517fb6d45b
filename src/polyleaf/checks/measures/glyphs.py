"""Measures of glyphs: letters without one, fonts that nobody chose."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.measures.layout import Layout, Spot
from polyleaf.checks.pdf.fallback_font import fallback_font
from polyleaf.checks.pdf.missing_glyph import missing_glyph
from polyleaf.model.finding import Fault


def missing_glyphs(layout: Layout) -> Iterator[Spot]:
    """What the check finds: pages and fonts with letters that are printed as empty boxes."""
    yield from map(_spot, missing_glyph.function(layout.subject))


def fallback_fonts(layout: Layout) -> Iterator[Spot]:
    """What the check finds: fonts that are not of the languages on the page."""
    yield from map(_spot, fallback_font.function(layout.subject))


def _spot(fault: Fault) -> Spot:
    return Spot(1, fault.location.page, fault.message)
