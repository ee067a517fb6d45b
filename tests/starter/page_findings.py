"""What the checks of the page find in a leaflet of the starter that is a little different."""

import datetime
from dataclasses import replace

from polyleaf.building.documents import Documents
from polyleaf.building.fonts import families
from polyleaf.building.printed import printed_document
from polyleaf.checks.run import run
from polyleaf.render.order import RenderOrder
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import starter_root, template_rooms
from polyleaf.workspace import Workspace

ROOT = starter_root()
PROJECT = read_project(ROOT)
DOCUMENTS = Documents(Workspace(PROJECT, datetime.date(2026, 11, 20)))


def page_findings(leaflet, locale, edition, tmp_path, *, look=None, **changes):
    """Faults of the engine and findings, as text; ``changes`` are other values of the document."""
    document = replace(DOCUMENTS.document(leaflet, locale), **changes)
    images = {name: ROOT / facts.path for name, facts in PROJECT.leaflets[leaflet].images.items()}
    order = RenderOrder(
        document,
        PROJECT.config.editions[edition],
        template_rooms(ROOT),
        images,
        tmp_path / "x.pdf",
        families=families(PROJECT.config),
    )
    if look is not None:
        order = replace(order, look=look)
    rendered = render(order)
    subject = printed_document(order, order.target, "x.pdf", "", rendered.pages)
    return [*rendered.faults, *(f"{one.check}: {one.fault.message}" for one in run((subject,), partial=True))]
