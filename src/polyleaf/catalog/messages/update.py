"""``catalog extract`` and ``catalog update``: templates from the sources, translations brought up to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from polyleaf.catalog.messages.domains import Domain, domains, target_locales
from polyleaf.catalog.po.catalog import Catalog
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.header import with_header
from polyleaf.catalog.po.merge import MergeReport, merge, template
from polyleaf.catalog.po.paths import TEMPLATES, catalog_path, template_path
from polyleaf.catalog.po.reader import load, read_catalog, stay_inside
from polyleaf.catalog.po.turn import turn
from polyleaf.catalog.po.writer import write_catalog
from polyleaf.locales.table import language
from polyleaf.model.finding import Fault
from polyleaf.model.message import Message
from polyleaf.model.project import Project


@dataclass(frozen=True, slots=True)
class ExtractReport:
    """One template.

    Attributes:
        domain: The leaflet, or ``templates``.
        path: The file, relative to the project.
        messages: Number of messages.
        changed: Whether the file was written.
    """

    domain: str
    path: str
    messages: int
    changed: bool


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """One catalog.

    Attributes:
        domain: The leaflet, or ``templates``.
        locale: Its language.
        path: The file, relative to the project.
        created: Whether it is new.
        changed: Whether the file was written.
        merge: What the merge did.
        faults: Why the catalog could not be read; it was left alone then.
    """

    domain: str
    locale: str
    path: str
    created: bool = False
    changed: bool = False
    merge: MergeReport = field(default_factory=MergeReport)
    faults: tuple[Fault, ...] = ()


def extract_all(
    project: Project, template_words: Sequence[Message], leaflets: Sequence[str] = ()
) -> tuple[ExtractReport, ...]:
    """Write the templates (``.pot``) of a project, those whose content changed.

    Args:
        project: The project.
        template_words: Messages of the templates.
        leaflets: Only these domains; all if empty.

    Raises:
        MachineError: A file cannot be written.
        UsageError: A leaflet is called ``templates``, or ``translations/`` is a link to a place outside the project.
    """
    return tuple(_extract(project, domain) for domain in domains(project, template_words, leaflets))


def update_all(
    project: Project, template_words: Sequence[Message], locales: Sequence[str] = (), leaflets: Sequence[str] = ()
) -> tuple[UpdateReport, ...]:
    """Bring the catalogs up to the sources; a catalog that cannot be read is left alone and reported.

    Args:
        project: The project.
        template_words: Messages of the templates.
        locales: Only these; all targets if empty.
        leaflets: Only these domains; all if empty.

    Raises:
        MachineError: A file cannot be read or written.
        UsageError: A locale is not the project's, or a leaflet is called ``templates``.
    """
    targets = target_locales(project, locales)
    return tuple(
        _update(project, domain, locale) for domain in domains(project, template_words, leaflets) for locale in targets
    )


def _extract(project: Project, domain: Domain) -> ExtractReport:
    path = template_path(project.root, domain.name)
    shown_as = project.relative(path)
    stay_inside(project, path, None)
    comments = (f"Texts of {_title(domain.name)}, to be translated.", "Written by polyleaf: changes here are lost.")
    catalog = with_header(replace(template(domain.messages), comments=comments), domain.name, domain.date)
    try:
        before = read_catalog(path, None, shown_as) if path.is_file() else None
    except CatalogError:
        # It holds nothing but what the sources say, so a spoilt one is simply written anew.
        before = None
    changed = write_catalog(path, catalog, before)
    return ExtractReport(domain.name, shown_as, len(domain.messages), changed)


def _update(project: Project, domain: Domain, locale: str) -> UpdateReport:
    path = catalog_path(project.root, locale, domain.name)
    try:
        with turn(project, path, locale):
            return _updated(project, domain, locale, path)
    except CatalogError as error:
        return UpdateReport(domain.name, locale, project.relative(path), faults=error.faults)


def _updated(project: Project, domain: Domain, locale: str, path: Path) -> UpdateReport:
    before = load(project, locale, domain.name)
    title = f"{language(locale).english} translation of {_title(domain.name)}."
    start = before if before is not None else Catalog(comments=(title,), locale=locale)
    merged, report = merge(start, domain.messages)
    changed = write_catalog(path, with_header(merged, domain.name, domain.date), before)
    return UpdateReport(domain.name, locale, project.relative(path), before is None, changed, report)


def _title(domain: str) -> str:
    return "the words of the templates" if domain == TEMPLATES else f"the leaflet {domain}"
