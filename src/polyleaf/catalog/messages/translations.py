"""The translations of a project as they stand on disk, read fast: who only counts or compares needs no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from polyleaf.catalog.messages.phrases import phrases
from polyleaf.catalog.po.catalog import Key
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.po.quick import Texts, catalog_texts
from polyleaf.catalog.po.reader import load
from polyleaf.model.project import Project


class Translations:
    """Translations by leaflet and locale; the words of the templates are read once for each locale.

    Args:
        project: The project.
        rooms: Folders of catalogs that are asked for words of the templates after the project's own.
    """

    def __init__(self, project: Project, rooms: Sequence[Path] = ()) -> None:
        self._project = project
        self._rooms = tuple(rooms)
        self._words: dict[str, Mapping[Key, str]] = {}
        self._folders: dict[str, str] = {}
        self._last: tuple[tuple[str, str], Texts | None] | None = None

    def texts(self, domain: str, locale: str) -> Texts | None:
        """Translation and state of every entry of a catalog; None if there is no catalog.

        Raises:
            CatalogError: The catalog cannot be used.
            MachineError: It cannot be read.
        """
        # Who counts a catalog asks for its sign-off next; all of them at once would fill the memory.
        if self._last is None or self._last[0] != (domain, locale):
            self._last = (domain, locale), self._read(domain, locale)
        return self._last[1]

    def _read(self, domain: str, locale: str) -> Texts | None:
        if locale not in self._folders:
            place = catalog_path(self._project.root, locale, domain).parent
            inside = place.resolve().is_relative_to(self._project.root.resolve())
            self._folders[locale] = str(place) if inside else ""
        if not self._folders[locale]:
            load(self._project, locale, domain)  # says why that folder is not read
        return catalog_texts(self._project, locale, domain, self._folders[locale])

    def words(self, locale: str) -> Mapping[Key, str]:
        """The words of the templates and contacts that are translated, the project's own and the built-in ones.

        Raises:
            CatalogError: A catalog cannot be used.
            MachineError: It cannot be read.
        """
        if locale not in self._words:
            self._words[locale] = phrases(self._project, locale, self._rooms).texts
        return self._words[locale]
