"""Pictures of the places of messages as files: a page (HTML) a catalog, and pictures that Weblate's upload takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.files import write_atomic
from polyleaf.locales.table import language
from polyleaf.model.inline import plain
from polyleaf.render.environment import fill
from polyleaf.translating.context import Shown
from polyleaf.workspace import Workspace

TITLE = "Words of the templates and contacts"
_TEMPLATE = "translating/context.html"


def written_context(workspace: Workspace, leaflet: str, locale: str, shown: Sequence[Shown], out: Path) -> Path:
    """Writes the page of one catalog, its pictures and the list of them.

    The pictures are named by message, so that the same text keeps its picture's name; ``index.csv`` says which picture
    belongs to which message, by context and source text.

    Args:
        workspace: The project.
        leaflet: The leaflet, or ``templates``.
        locale: The language.
        shown: Its messages.
        out: The folder for pages of all catalogs.

    Returns:
        The page.

    Raises:
        MachineError: The folder cannot be written.
    """
    folder = f"{leaflet}-{locale}"
    for one in shown:
        if one.picture:
            write_atomic(out / folder / one.name, one.picture)
    config = workspace.project.config
    title = TITLE if leaflet == TEMPLATES else plain(workspace.project.leaflets[leaflet].title.inlines)
    page = fill(
        _TEMPLATE,
        workspace.templates,
        title=title,
        source=language(config.source),
        target=language(locale),
        shown=shown,
        folder=folder,
    )
    rows = io.StringIO()
    table = csv.writer(rows, lineterminator="\n")
    table.writerow(("picture", "context", "source", "note"))
    for one in shown:
        table.writerow((one.name if one.picture else "", one.message.context, _plain_cell(one.message.msgid), one.why))
    write_atomic(out / folder / "index.csv", rows.getvalue().encode())
    path = out / f"{folder}.html"
    write_atomic(path, page.encode())
    return path


def _plain_cell(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
