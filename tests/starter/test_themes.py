"""Every theme passes every check of the page in every language of the starter, and at the largest size."""

import datetime
from dataclasses import replace

import pytest

from polyleaf.building.documents import Documents
from polyleaf.building.fonts import families
from polyleaf.building.printed import printed_document
from polyleaf.checks.run import run
from polyleaf.model.look import THEMES
from polyleaf.render.order import RenderOrder
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import starter_root, template_rooms
from polyleaf.workspace import Workspace

ROOT = starter_root()
PROJECT = read_project(ROOT)
DOCUMENTS = Documents(Workspace(PROJECT, datetime.date(2026, 11, 20)))
LEAFLET = "vertebroplasty"
LOOKS = [name for name in THEMES if THEMES[name].look != PROJECT.config.look]
LOCALES, EDITIONS = PROJECT.config.locales, PROJECT.config.editions
ALL = [(name, locale, edition) for name in LOOKS for locale in LOCALES for edition in EDITIONS]


def findings(theme, locale, edition, tmp_path):
    document = DOCUMENTS.document(LEAFLET, locale)
    images = {name: ROOT / facts.path for name, facts in PROJECT.leaflets[LEAFLET].images.items()}
    order = RenderOrder(
        document,
        PROJECT.config.editions[edition],
        template_rooms(ROOT),
        images,
        tmp_path / "x.pdf",
        families=families(PROJECT.config),
    )
    order = replace(order, look=THEMES[theme].look)
    rendered = render(order)
    subject = printed_document(order, order.target, "x.pdf", "", rendered.pages)
    return [*rendered.faults, *(f"{one.check}: {one.fault.message}" for one in run((subject,), partial=True))]


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "locale", "edition"), ALL)
def test_every_theme_passes_every_check_in_every_language(theme, locale, edition, tmp_path):
    told = findings(theme, locale, edition, tmp_path)
    own = next(name for name in THEMES if name not in LOOKS)
    # A table that is too wide for its page is one in every look.
    assert not told or set(told) <= set(findings(own, locale, edition, tmp_path))
