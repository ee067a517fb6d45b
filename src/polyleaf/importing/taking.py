"""A document into a project, for whoever looks at it first: read, shown, written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from polyleaf.catalog.messages.phrases import phrases
from polyleaf.errors import UsageError
from polyleaf.importing.bringing import Brought, Reading, brought, finished, gathered_from
from polyleaf.importing.looking import IF_TOO_MUCH, Look, LookOrder, Offer
from polyleaf.importing.placing import free_name, placed
from polyleaf.importing.proposals import Proposal, declared
from polyleaf.importing.word.changes import Changes
from polyleaf.model.block_texts import texts
from polyleaf.model.foreign import one_line
from polyleaf.model.project import Broken
from polyleaf.source.reader import leaflet_names, parse_leaflet, read_project
from polyleaf.starter.new_leaflet import free_code, leaflet_name
from polyleaf.workers.memory import memory_limit
from polyleaf.workspace import Workspace

_MOST_MEMORY = 256 * 2**20
"""Bytes that one document may take: a Word file of 60 pages takes 20 million."""


def reading_of(workspace: Workspace, changes: Changes) -> Reading:
    """How documents are read in a project."""
    config = workspace.project.config
    contacts = {key: one.phone for key, one in config.contacts.items() if one.phone}
    return Reading(phrases(workspace.project, config.source, workspace.fallbacks), config.digits, changes, contacts)


def lines_of(text: str, workspace: Workspace, name: str) -> Mapping[str, int]:
    """The line of each text in a leaflet that is not written yet."""
    read = parse_leaflet(text, workspace.project.root, name, workspace.project.config)
    leaflet = read.draft if isinstance(read, Broken) else read
    found: dict[str, int] = {}
    for one in texts(leaflet.blocks) if leaflet else ():
        found.setdefault(one.msgid, one.location.line or 1)
    return found


def other_language(made: Brought, workspace: Workspace) -> str:
    """The language that a document says it is in; "" if it does not say, or it is that of the leaflets."""
    source = workspace.project.config.source
    said = made.locale.replace("_", "-").partition("-")[0].lower()
    return made.locale if said and said != source.partition("_")[0].lower() else ""


def take(order: LookOrder) -> Look:
    """Read a document, and write it if a name is given. Runs in a worker process.

    Raises:
        ImportRefusal: It cannot be brought in; the hint says what to do.
        MachineError: It cannot be read or written.
        UsageError: There is a leaflet of that name, or it needs more memory than any leaflet.
    """
    workspace = Workspace(read_project(order.root, leaflet_names(order.root)[:1]), order.today)
    stem = order.called.rpartition(".")[0] or order.called
    name = leaflet_name(stem) if order.name is None else free_name(order.root, order.name, stem)
    try:
        with memory_limit(_MOST_MEMORY):
            return _taken(order, workspace, stem, name)
    except MemoryError as error:
        raise UsageError(f"{order.called} needs more memory than any leaflet", IF_TOO_MUCH) from error


def _taken(order: LookOrder, workspace: Workspace, stem: str, name: str) -> Look:
    reading = reading_of(workspace, Changes(order.changes))
    gathered = gathered_from(order.path, order.called, reading.changes)
    made = brought(gathered, stem, reading, free_code(order.root))
    chosen = tuple(one for one in made.proposals if one.name in order.facts)
    written = finished(made, chosen, order.today)
    if order.name is not None:
        placed(order.root, name, written)
    offers = _offers(made.proposals, lines_of(written.text, workspace, name or "leaflet")) if order.name is None else ()
    return Look(
        name, made.title, written.text, len(written.pictures), written.notices, made.missing,
        other_language(made, workspace), tuple(offers),
    )  # fmt: skip


def _offers(proposals: Sequence[Proposal], lines: Mapping[str, int]) -> Iterator[Offer]:
    """Each fact once: what is looked up, such as a phone, may stand in several places."""
    seen: set[str] = set()
    for one in proposals:
        if one.name not in seen:
            seen.add(one.name)
            yield Offer(one.name, one_line(one.words, 60), lines.get(one.msgid), declared(one.fact))
