"""What is judged: the subjects of a project, and which leaflet each is about."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from polyleaf.locales.table import language
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Location, Waiver
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.letters import ANY_LETTERS, Letters
from polyleaf.model.press_file import PressFile
from polyleaf.model.project import Broken, OwnLanguage, Project
from polyleaf.model.subject import (
    BrokenCatalog,
    BrokenFile,
    DatedLeaflet,
    LayoutComplaint,
    LeafletInProject,
    LeftBehind,
    LocaleCatalogs,
)


def source_subjects(project: Project, today: datetime.date, letters: Letters = ANY_LETTERS) -> Iterator[object]:
    """Everything the source checks judge: give it to ``run`` with the catalogs and files.

    Args:
        project: The project.
        today: The day for dates of review.
        letters: What its fonts have.
    """
    contacts = tuple(project.config.contacts)
    words = tuple(
        text
        for contact in project.config.contacts.values()
        for text in (contact.name, contact.hours, contact.note)
        if text is not None
    )
    direction = language(project.config.source).direction
    by_code: dict[str, list[str]] = {}
    for path, code in project.other_codes.items():
        by_code.setdefault(code.casefold(), []).append(path)
    for leaflet in project.leaflets.values():
        by_code.setdefault(leaflet.code.casefold(), []).append(leaflet.path)
    yield from project.broken
    yield from (broken.draft for broken in project.broken if broken.draft and broken.name not in project.leaflets)
    for leaflet in project.leaflets.values():
        others = tuple(path for path in by_code[leaflet.code.casefold()] if path != leaflet.path)
        yield leaflet
        yield DatedLeaflet(leaflet, today)
        yield LeafletInProject(leaflet, contacts, others, words, letters, direction)


def subjects_by_leaflet(
    project: Project, today: datetime.date, letters: Letters = ANY_LETTERS
) -> Mapping[str, Sequence[object]]:
    """The same by leaflet, for whoever judges one after the other: each beside all that is in the project."""
    found: dict[str, list[object]] = {}
    for subject in source_subjects(project, today, letters):
        found.setdefault(leaflet_of(subject) or "", []).append(subject)
    return found


def project_waivers(project: Project) -> tuple[Waiver, ...]:
    """The waivers of ``polyleaf.toml``, then those of each leaflet's front matter."""
    return (*project.config.waivers, *(one for leaflet in project.leaflets.values() for one in leaflet.waivers))


def leaflet_of(subject: object) -> str | None:
    """Name of the leaflet a subject is about, for the waivers; None if it is about none."""
    match subject:
        case Leaflet(name=name) | Broken(name=name):
            return name
        case DatedLeaflet(leaflet=leaflet) | LeafletInProject(leaflet=leaflet):
            return leaflet.name
        case (
            CatalogView(leaflet=name)
            | BrokenCatalog(leaflet=name)
            | BrokenFile(leaflet=name)
            | LayoutComplaint(leaflet=name)
            | LeftBehind(leaflet=name)
        ):
            return name
        case PrintedDocument(document=document):
            return document.leaflet
        case PressFile(leaflet=name):
            return name or None
        case _:
            return None


def place_of(subject: object) -> Location:  # noqa: PLR0911 - one case a kind of subject
    """Where a subject stands, for the finding that a check crashed on it."""
    match subject:
        case (
            Leaflet(path=path)
            | Broken(path=path)
            | BrokenCatalog(path=path)
            | BrokenFile(path=path)
            | LocaleCatalogs(path=path)
            | OwnLanguage(path=path)
        ):
            return Location(path)
        case DatedLeaflet(leaflet=leaflet) | LeafletInProject(leaflet=leaflet):
            return Location(leaflet.path)
        case LayoutComplaint(place=place):
            return place
        case LeftBehind(leaflet=name):
            return Location(f"leaflets/{name}")
        case CatalogView(path=path, language=language):
            return Location(path, locale=language.locale)
        case PrintedDocument(document=document, facts=facts):
            return Location(facts.path, locale=document.language.locale)
        case PressFile(facts=facts, locale=locale):
            return Location(facts.path, locale=locale or None)
        case _:
            return Location("")
