"""A leaflet out as a Word file for clinicians, and their corrections back into the leaflet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from polyleaf.building.documents import Documents
from polyleaf.errors import UsageError
from polyleaf.importing.amending import amended
from polyleaf.importing.corrections import Correction, corrections, said_in
from polyleaf.importing.gathered import Carried, Gathered, Notice
from polyleaf.importing.word.changes import Changes
from polyleaf.importing.word.document import read_word
from polyleaf.importing.word.writing import docx_bytes
from polyleaf.locales.facts import format_fact
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.model.block_texts import every_text
from polyleaf.model.foreign import one_line
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.message import Text
from polyleaf.source.reader import LEAFLET_FILE, LEAFLET_LIMIT, LEAFLETS, parse_leaflet
from polyleaf.workspace import Workspace

_ABOUT = (
    "Correct what is wrong in this file, with tracked changes if you like, and send it back. Words on yellow ground "
    "are facts that stand in one place of the leaflet. Grey lines say what something is; they are not printed."
)

_BY_HAND = "Correct the leaflet itself."


def word_file(workspace: Workspace, name: str, locale: str) -> bytes:
    """A leaflet as a Word file.

    Args:
        workspace: The project with the leaflet.
        name: The leaflet.
        locale: The language.

    Raises:
        CatalogError: The catalog of the language cannot be used.
        ContentError: The leaflet's file cannot be read.
    """
    source = read_plain(workspace.project.root / LEAFLETS / name / LEAFLET_FILE, _path(name), LEAFLET_LIMIT)
    return _made(Documents(workspace), name, locale, source)


def _made(documents: Documents, name: str, locale: str, source: str) -> bytes:
    project = documents.workspace.project
    document = documents.document(name, locale)
    images = project.leaflets[name].images
    pictures: Mapping[str, Path] = {
        image: project.root / facts.path
        for image, facts in images.items()
        if facts.problem is None and facts.kind != "svg"
    }
    return docx_bytes(document, Carried(name, locale, source), pictures, _ABOUT)


def _path(name: str) -> str:
    return f"{LEAFLETS}/{name}/{LEAFLET_FILE}"


@dataclass(frozen=True, slots=True)
class Update:
    """Corrections taken back.

    Attributes:
        before: The leaflet's file as it is.
        after: The file with the corrections.
        taken: How many were taken.
        not_taken: How many were not: they stand in ``notices``.
        notices: What could not be taken, and what there is to decide.
    """

    before: str
    after: str
    taken: int
    not_taken: int
    notices: tuple[Notice, ...]


def update(workspace: Workspace, name: str, gathered: Gathered, shown_as: str) -> Update:
    """The corrections of a Word file in the leaflet it was made of.

    Args:
        workspace: The project with the leaflet.
        name: The leaflet.
        gathered: What stands in the file.
        shown_as: The file as people see it.

    Raises:
        UsageError: The file was not made by ``polyleaf export``, or of another leaflet or language; or with its
            corrections the leaflet would no longer be read.
    """
    project = workspace.project
    carried = gathered.carried
    if carried is None:
        raise UsageError(
            f"{shown_as} does not say which leaflet it was made of",
            "Only files that polyleaf export made are taken back. Without --update it becomes a leaflet of its own.",
        )
    if carried.leaflet != name:
        other = one_line(carried.leaflet, 80)
        raise UsageError(
            f"{shown_as} was made of the leaflet {other}, not of {name}", f"polyleaf import --update {other} …"
        )
    if carried.locale != project.config.source:
        raise UsageError(
            f"{shown_as} is a translation ({one_line(carried.locale, 20)}), not the source",
            "Corrections of translations come in through catalog export --format xlsx and catalog import.",
        )
    current = read_plain(project.root / LEAFLETS / name / LEAFLET_FILE, _path(name), LEAFLET_LIMIT)
    base = parse_leaflet(carried.source, project.root, name, project.config)
    if not isinstance(base, Leaflet):
        raise UsageError(f"{shown_as} was made of a leaflet that could not be read", _BY_HAND)
    notices: list[Notice] = list(gathered.notices)
    found, own = _corrected(workspace, base, carried, gathered, notices)
    after, taken = amended(carried.source, current, own, found, notices)
    if not isinstance(parse_leaflet(after, project.root, name, project.config), Leaflet):
        raise UsageError(f"with the corrections of {shown_as} the leaflet could not be read", _BY_HAND)
    return Update(current, after, taken, len(found) - taken, tuple(notices))


def _corrected(
    workspace: Workspace, base: Leaflet, carried: Carried, gathered: Gathered, notices: list[Notice]
) -> tuple[tuple[Correction, ...], tuple[Text, ...]]:
    """The corrections, told against the same file as it was sent out; and the texts of the leaflet it was made of."""
    then = replace(workspace, project=replace(workspace.project, leaflets={base.name: base}))
    documents = Documents(then)
    phrases = documents.phrases(carried.locale)
    digits = documents.document(base.name, carried.locale).digits
    printed = {name: format_fact(name, fact, phrases, digits).text for name, fact in base.facts.items()}
    sent = read_word(_made(documents, base.name, carried.locale, carried.source), "", Changes.ACCEPT)
    before = said_in(sent.elements, printed, [])
    own = tuple(text for text in every_text(base) if text.msgid.strip())
    if len(before) != len(own):
        raise UsageError("the leaflet cannot be matched with its Word file", _BY_HAND)
    return corrections(before, said_in(gathered.elements, printed, notices), printed), own
