"""A catalog that cannot be used."""

from __future__ import annotations

from polyleaf.manuscript.faults import ContentError


class CatalogError(ContentError):
    """A catalog that cannot be read; nothing in it is used and nothing is written to it."""
