"""The long leaflet of the starter in large print, rendered once for all the tests that look at it."""

import datetime
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from polyleaf.building.documents import Documents
from polyleaf.model.document import LocalizedDocument
from polyleaf.render.order import RenderOrder
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

ROOT = Path(__file__).parents[2]
LEAFLET = "vertebroplasty"


@pytest.fixture(scope="session")
def long_leaflet(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[LocalizedDocument, Path]]:
    """The leaflet in a language, and its file."""

    @cache
    def printed(locale: str) -> tuple[LocalizedDocument, Path]:
        project = read_project(ROOT, [LEAFLET])
        document = Documents(Workspace(project, datetime.date(2026, 11, 20))).document(LEAFLET, locale)
        target = tmp_path_factory.mktemp("long") / "x.pdf"
        images = {name: ROOT / facts.path for name, facts in project.leaflets[LEAFLET].images.items()}
        render(RenderOrder(document, project.config.editions["large"], (ROOT / "templates",), images, target))
        return document, target

    return printed
