"""Pictures of the places of messages, made by several processes: each has some of the languages."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.files import write_atomic
from polyleaf.locales.table import language
from polyleaf.model.inline import plain
from polyleaf.render.environment import fill
from polyleaf.source.reader import read_project
from polyleaf.translating.context import Contexts, Shown
from polyleaf.workers.crew import Crew
from polyleaf.workers.pool import SECONDS, run_orders
from polyleaf.workers.worker import Failure
from polyleaf.workspace import Workspace

TITLE = "Words of the templates and contacts"
_TEMPLATE = "translating/context.html"


@dataclass(frozen=True, slots=True)
class ContextOrder:
    """Pages to make.

    Attributes:
        root: Folder of the project.
        names: Leaflets, and perhaps ``templates``.
        locales: The languages.
        edition: The size that is shown.
        out: Folder of the pages.
        today: The day.
    """

    root: Path
    names: tuple[str, ...]
    locales: tuple[str, ...]
    edition: str
    out: Path
    today: datetime.date


@dataclass(frozen=True, slots=True)
class ContextPage:
    """The page of one catalog: where it is, how many pictures it has, how many of its messages are printed nowhere."""

    path: Path
    pictures: int
    nowhere: int


def written_contexts(order: ContextOrder) -> tuple[ContextPage, ...]:
    """Makes the pages of an order.

    Raises:
        CatalogError: A catalog cannot be used.
        UsageError: A template has a fault.
        RenderError: The layout engine failed.
        MachineError: The folder cannot be written.
    """
    leaflets = tuple(name for name in order.names if name != TEMPLATES)
    workspace = Workspace(read_project(order.root, leaflets), order.today)
    made = []
    with Contexts(workspace, order.edition) as contexts:
        readable = [name for name in order.names if name == TEMPLATES or name in workspace.project.leaflets]
        for locale in order.locales:
            for name in readable:
                shown = contexts.of_templates(locale) if name == TEMPLATES else contexts.of(name, locale)
                path = written_context(workspace, name, locale, shown, order.out)
                nowhere = sum(not one.picture for one in shown)
                made.append(ContextPage(path, len(shown) - nowhere, nowhere))
    return tuple(made)


def all_contexts(order: ContextOrder, jobs: int) -> Iterator[ContextPage]:
    """The pages of an order as they are made.

    Args:
        order: The whole order.
        jobs: Processes at most; 1 means this one.

    Raises:
        PolyleafError: What one of them raised.
    """
    shares = _shares(order, jobs)
    if len(shares) == 1:
        yield from written_contexts(order)
        return
    seconds = SECONDS * len(order.names) * len(order.locales)
    preload = (__name__,)
    crew: Crew[ContextOrder, tuple[ContextPage, ...]] = Crew(written_contexts, preload)
    results = run_orders(written_contexts, shares, jobs, seconds=seconds, crew=crew)
    with crew, closing(results):
        for _, result in results:
            if isinstance(result, Failure):
                raise result.error
            yield from result


def _shares(order: ContextOrder, jobs: int) -> Sequence[ContextOrder]:
    """Some of the languages for each process: each lays out the source once."""
    count = max(1, min(jobs, len(order.locales)))
    return [
        ContextOrder(order.root, order.names, order.locales[at::count], order.edition, order.out, order.today)
        for at in range(count)
    ]


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
