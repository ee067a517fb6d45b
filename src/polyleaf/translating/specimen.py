"""A leaflet that prints every word of the templates, for those who translate them."""

from __future__ import annotations

from dataclasses import replace

from polyleaf.errors import UsageError
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.message import TextState
from polyleaf.model.project import Broken
from polyleaf.source.reader import parse_leaflet
from polyleaf.workspace import Workspace

INSIDE = {
    ("risk", "{number} in {total}"): "{risk}",
    ("range", "{low} to {high}"): "{span}",
    ("reference", "(page {page})"): "[{one}](#forms)",
}
"""Words that are printed inside texts: the texts of the specimen that show them."""

SPECIMEN = "specimen"
_LEFT = "Wear loose clothes."
"""The text of the specimen that is shown as not translated."""
ADDRESS = "https://www.example.org/"
"""Stands in the square code of a project that has no address."""
_SAMPLE = "translating/specimen.md"


def specimen(workspace: Workspace) -> Workspace:
    """The project with one leaflet that prints every word of the templates, and no other.

    Raises:
        UsageError: The specimen cannot be read.
    """
    room = next(room for room in reversed(workspace.templates) if (room / _SAMPLE).is_file())
    project = workspace.project
    read = parse_leaflet((room / _SAMPLE).read_text(encoding="utf-8"), project.root, SPECIMEN, project.config)
    if isinstance(read, Broken):
        raise UsageError(f"{_SAMPLE}: {read.faults[0].message}", "Remove your own file of that name.")
    leaflet = replace(read, contacts=tuple(project.config.contacts))
    return Workspace(replace(project, leaflets={SPECIMEN: leaflet}, broken=()), workspace.today)


def as_if_translated(document: LocalizedDocument) -> LocalizedDocument:
    """The specimen with its own texts taken for translated but for one: the words beside them are in the language."""

    def taken(text: LocalizedText) -> LocalizedText:
        if text.source.msgid == _LEFT:
            return text
        state = TextState.TRANSLATED if text.state is not TextState.SOURCE else text.state
        return replace(text, language=document.language, state=state)

    return document.with_texts(taken)
