"""Those who change a catalog take turns: what one reads and writes, nobody else changes in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from polyleaf.catalog.po.reader import stay_inside
from polyleaf.files import alone
from polyleaf.model.project import Project


@contextmanager
def turn(project: Project, path: Path, locale: str) -> Iterator[None]:
    """Hold off others who change catalogs of this language, from before it is read until after it is written.

    Raises:
        CatalogError: The file, or a folder it stands in, is a link to a place outside the project.
        OSError: The folder cannot be made or opened.
    """
    stay_inside(project, path, locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    with alone(path.parent):
        yield
