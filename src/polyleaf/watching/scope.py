"""What a saved file can have changed: which leaflets, in which languages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.model.image import PICTURE_ENDINGS
from polyleaf.source.reader import LEAFLETS

TRANSLATIONS = "translations"
ROOMS = (LEAFLETS, TRANSLATIONS, "templates", "languages")
"""Folders of a project in which people save things that show on pages."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Leaflets and languages.

    Attributes:
        leaflets: None for all of them.
        locales: None for all of them.
    """

    leaflets: frozenset[str] | None = None
    locales: frozenset[str] | None = None

    def has(self, leaflet: str, locale: str) -> bool:
        """Whether a leaflet in a language is among them."""
        return (self.leaflets is None or leaflet in self.leaflets) and (self.locales is None or locale in self.locales)


def in_project(path: Path, root: Path, out: Path) -> PurePosixPath | None:
    """The path of a file that may show on pages, relative to the project; None for all others.

    Built files are none, nor what editors write beside the file they save, nor templates of catalogs.
    """
    if not path.is_relative_to(root) or path.is_relative_to(out):
        return None
    inner = PurePosixPath(path.relative_to(root).as_posix())
    if any(part.startswith((".", "#")) or part.endswith(("~", ".swp", ".part")) for part in inner.parts):
        return None
    alone = len(inner.parts) == 1
    if inner.suffix == ".pot" or (alone and inner.suffix not in _BESIDE):
        return None
    return inner if alone or inner.parts[0] in ROOMS else None


_BESIDE = (".toml", *PICTURE_ENDINGS)
"""Beside ``polyleaf.toml`` often stands a logo."""


def scope_of(path: PurePosixPath) -> Scope:
    """What a saved file can have changed."""
    match path.parts:
        case (first, leaflet, *_) if first == LEAFLETS:
            return Scope(frozenset({leaflet}))
        case (first, locale, _, name) if first == TRANSLATIONS and name.endswith(".po"):
            domain = name.removesuffix(".po")
            return Scope(None if domain == TEMPLATES else frozenset({domain}), frozenset({locale}))
    return Scope()
