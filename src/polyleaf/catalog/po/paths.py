"""Where catalogs stand in a project: the gettext layout that pybabel, Poedit and Weblate know."""

from __future__ import annotations

from pathlib import Path

TEMPLATES = "templates"
"""Domain of the words of the templates and of the contacts; every other domain is a leaflet."""


def catalog_path(root: Path, locale: str, domain: str) -> Path:
    """``translations/<locale>/LC_MESSAGES/<domain>.po``."""
    return root / "translations" / locale / "LC_MESSAGES" / f"{domain}.po"


def template_path(root: Path, domain: str) -> Path:
    """``translations/<domain>.pot``."""
    return root / "translations" / f"{domain}.pot"
