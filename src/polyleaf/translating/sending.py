"""Work out: one leaflet in one language as a file for an agency or a clinician."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from polyleaf.building.documents import Documents
from polyleaf.catalog.exchange.formats import writer
from polyleaf.catalog.exchange.packing import Subject, brought_up, pack
from polyleaf.catalog.exchange.unit import Package
from polyleaf.catalog.messages.domains import domains, target_locales
from polyleaf.catalog.messages.extract import Printing
from polyleaf.catalog.messages.phrases import template_language
from polyleaf.catalog.po.catalog import Catalog
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.catalog.po.reader import load
from polyleaf.catalog.signoff.signed_texts import SignedOff
from polyleaf.errors import UsageError
from polyleaf.files import write_atomic
from polyleaf.locales.numbers import numbering_system
from polyleaf.locales.table import language
from polyleaf.model.inline import plain
from polyleaf.model.project import Project
from polyleaf.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was sent out.

    Attributes:
        package: The piece of work; if it has no texts, there is nothing to do and no file.
        changed: Whether the file is new or other than before.
    """

    package: Package
    changed: bool


class ExchangeProject:
    """A project with its catalogs as pieces of work.

    Args:
        workspace: The project and its rooms.

    Attributes:
        project: The project.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.project = workspace.project
        self._workspace = workspace
        self._documents = Documents(workspace)

    def subject(self, name: str, locale: str) -> Subject:
        """A leaflet (or ``templates``) in a locale.

        Raises:
            UsageError: There is no such leaflet, it cannot be read, or the locale is no language to translate into.
        """
        target = target_locales(self.project, (locale,))
        if not target:
            raise UsageError(f'"{locale}" is the language the leaflets are written in', "Choose one with -l.")
        for broken in self.project.broken:
            if broken.name == name:
                told = "\n".join(map(str, broken.faults))
                raise UsageError(told, "Mend the leaflet first.")
        domain = next(iter(domains(self.project, self._workspace.words, (name,))), None)
        if domain is None:
            raise UsageError(f'"{name}" is not a leaflet of this project', "Name its folder in leaflets/.")
        into, source = language(locale), language(self.project.config.source)
        if name == TEMPLATES:
            title = "Words of the templates and contacts"
            return Subject(domain, title, TEMPLATES, {}, template_language(self.project), into)
        leaflet = self.project.leaflets[name]
        return Subject(domain, plain(leaflet.title.inlines), leaflet.path, leaflet.facts, source, into)

    def catalog(self, subject: Subject) -> tuple[Catalog | None, Catalog]:
        """The catalog as it stands, and as ``catalog update`` would leave it.

        Raises:
            CatalogError: It cannot be used.
        """
        stored = load(self.project, subject.target.locale, subject.domain.name)
        return stored, brought_up(stored, subject)

    def printing(self, locale: str) -> Printing:
        """How facts are printed in a locale.

        Raises:
            CatalogError: The words of the templates cannot be used.
        """
        digits = numbering_system(language(locale), self.project.config.digits)
        return Printing(self._documents.phrases(locale), digits)


def export(
    exchange: ExchangeProject,
    name: str,
    locale: str,
    style: str,
    out: Path,
    *,
    changed: bool = False,
    force: bool = False,
    signed_off: SignedOff | None = None,
    pictures: Mapping[tuple[str, str], bytes] | None = None,
) -> ExportReport:
    """Write a piece of work to a file.

    Args:
        exchange: The project.
        name: The leaflet, or ``templates``.
        locale: Language of the translation.
        style: Name of a format of ``catalog.exchange.formats`` that is written.
        out: The file.
        changed: Only what is missing or fuzzy.
        force: Whether another file of that name may be replaced.
        signed_off: Which translations are signed off; none if None.
        pictures: Pictures of the places of texts, for a sheet; none if None.

    Raises:
        CatalogError: The catalog cannot be used.
        MachineError: The file cannot be written, or openpyxl is missing.
        UsageError: There is no such leaflet or locale, or a file of that name stands there.
    """
    subject = exchange.subject(name, locale)
    _, catalog = exchange.catalog(subject)
    printing = (exchange.printing(exchange.project.config.source), exchange.printing(locale))
    package = replace(pack(subject, catalog, printing, signed_off, changed=changed), pictures=pictures or {})
    data = writer(style)(package) if package.units else b""
    if not package.units or not may_write(exchange.project, out, data, force=force):
        return ExportReport(package, changed=False)
    write_atomic(out, data)
    return ExportReport(package, changed=True)


def may_write(project: Project, out: Path, data: bytes, *, force: bool) -> bool:
    """Whether to write; no if the file says so already.

    Raises:
        UsageError: It would replace a catalog of the project, or another file, which may be somebody's reply.
    """
    if out.resolve().is_relative_to((project.root / "translations").resolve()):
        raise UsageError(f"{out} would stand among the project's own catalogs", "Write it to another folder.")
    if not out.exists():
        return True
    if out.is_file() and out.stat().st_size == len(data) and out.read_bytes() == data:
        return False
    if not force:
        raise UsageError(
            f"{out} is there already, and may hold somebody's work",
            "Choose another name with -o, or replace it with --force.",
        )
    return True
