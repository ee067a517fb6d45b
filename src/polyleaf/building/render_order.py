"""The order to the render room for one file of a project."""

from __future__ import annotations

from pathlib import Path

from polyleaf.building.documents import Documents
from polyleaf.building.fonts import families
from polyleaf.building.item import Item
from polyleaf.model.document import LocalizedDocument
from polyleaf.render.order import RenderOrder


def render_order(documents: Documents, item: Item, document: LocalizedDocument, target: Path) -> RenderOrder:
    """What the render room gets to make a file.

    Args:
        documents: The leaflets of the project; asked for the source text if it is printed beside the translation.
        item: Which file.
        document: What it says.
        target: Where to write it.
    """
    project = documents.workspace.project
    images = project.leaflets[item.leaflet].images
    logo = project.config.logo
    return RenderOrder(
        document=document,
        edition=project.config.editions[item.edition],
        rooms=documents.workspace.templates,
        images={name: project.root / facts.path for name, facts in images.items() if facts.problem is None},
        target=target,
        accessible=project.config.accessible,
        source=documents.document(item.leaflet, project.config.source) if item.twin else None,
        label=item.label,
        address=project.config.verify,
        logo=logo,
        families=families(project.config, item.locale),
        logo_file=project.root / logo.file if logo.file else None,
    )
