"""What the verdicts on the catalogs of a language hang on: known without reading a catalog."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from polyleaf.building.digests import file, folder, words
from polyleaf.building.steady import bytes_of
from polyleaf.cache.seen import Seen
from polyleaf.catalog.localizing.glossary import glossary_path
from polyleaf.files import digest
from polyleaf.locales.tags import line_of
from polyleaf.model.letters import Letters
from polyleaf.workspace import Workspace


class CatalogInputs:
    """Digests of the texts of a project, its templates, and the catalogs of one language.

    Args:
        workspace: The project and its rooms.
        letters: What its fonts have.
        seen: Digests of files that have not changed.
    """

    def __init__(self, workspace: Workspace, letters: Letters, seen: Seen) -> None:
        self._workspace, self._letters, self._seen = workspace, letters, seen

    def digest(self, locale: str) -> str:
        """Digest of everything that the catalogs of a language are judged by, besides the tables of languages."""
        return digest(self._common, *self._own(locale)).hex()

    @cached_property
    def _common(self) -> bytes:
        project = self._workspace.project
        return digest(
            bytes_of((project.config, dict(project.leaflets))),
            *words(self._letters),
            *(part for room in self._workspace.templates for part in folder(room, self._seen)),
        )

    def _own(self, locale: str) -> Iterator[bytes]:
        project = self._workspace.project
        # A language asks for words of the templates in the catalogs of its parents too.
        for room in self._workspace.translations:
            for one in dict.fromkeys((locale, *line_of(locale))):
                yield from words(one)
                yield from folder(room / one, self._seen)
        inside = (project.root / "translations" / locale).rglob("*.po")
        for path in (*sorted(inside), glossary_path(project.root, locale)):
            yield from words(_leads_to(path, project.root))
            yield from file(path, self._seen)


def _leads_to(path: Path, root: Path) -> str:
    """Where a file really stands: what leads out of the project is refused."""
    real = path.resolve()
    return str(real.relative_to(root.resolve())) if real.is_relative_to(root.resolve()) else str(real)
