"""The memory of a project: its catalogs, and what was imported; gaps are filled from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from polyleaf.catalog.exchange.pieces import NOT_PO
from polyleaf.catalog.exchange.tmx import Pair, Tmx
from polyleaf.catalog.memory.folder import stored_memory
from polyleaf.catalog.memory.matching import Filled, Memory, Reach, Recall, fill
from polyleaf.catalog.messages.domains import target_locales
from polyleaf.catalog.messages.phrases import template_language
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.paths import TEMPLATES, catalog_path
from polyleaf.catalog.po.quick import catalog_texts
from polyleaf.catalog.po.reader import MOST_CHARACTERS, load
from polyleaf.catalog.po.writer import write_catalog
from polyleaf.catalog.signoff.signed_texts import SignedOff
from polyleaf.locales.table import language
from polyleaf.model.message import TextState
from polyleaf.model.project import Project

Texts = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class RecallReport:
    """What the memory gave to one catalog.

    Attributes:
        path: The catalog, relative to the project.
        filled: How many entries.
    """

    path: str
    filled: Filled


def recall_all(
    project: Project,
    locales: Sequence[str],
    leaflets: Sequence[str],
    reach: Reach,
    signed_off: SignedOff,
) -> tuple[RecallReport, ...]:
    """Fill the gaps of catalogs from the memory; a catalog that cannot be read is left alone.

    Args:
        project: The project, perhaps with some of its leaflets only; the memory is that of all catalogs on disk.
        locales: Only these; all targets if empty.
        leaflets: Only these domains; all if empty.
        reach: How far to look.
        signed_off: Which translations are signed off.

    Raises:
        MachineError: A file cannot be read or written.
        ReplyError: A memory in ``translations/memory/`` cannot be used.
        UsageError: A locale is not the project's.
    """
    if reach is Reach.OFF:
        return ()
    names = leaflets or (TEMPLATES, *project.leaflets)
    reports = (
        report
        for locale in target_locales(project, locales)
        for report in _recall(project, names, locale, reach, signed_off)
    )
    return tuple(reports)


def _recall(
    project: Project, names: Sequence[str], locale: str, reach: Reach, signed_off: SignedOff
) -> Iterator[RecallReport]:
    memory: Memory | None = None
    for name in names:
        path = catalog_path(project.root, locale, name)
        try:
            states = {state for _, state in (catalog_texts(project, locale, name) or {}).values()}
            if states <= {TextState.TRANSLATED} or (catalog := load(project, locale, name)) is None:
                continue
        except CatalogError:
            continue  # ``catalog update`` has told
        if memory is None:
            memory = Memory(recalls(project, locale, signed_off))
        changed, filled = fill(catalog, memory, name, reach)
        if filled != Filled() and write_catalog(path, changed, catalog):
            yield RecallReport(project.relative(path), filled)


def recalls(project: Project, locale: str, signed_off: SignedOff) -> Iterator[Recall]:
    """Everything the project knows in a language: its catalogs, then what was imported.

    Raises:
        MachineError: A file cannot be read.
        ReplyError: The imported memory cannot be used.
    """
    for name, texts in translated(project, locale):
        for (context, msgid), text in texts.items():
            yield Recall(context, msgid, text, name, signed_off(name, locale, (context, msgid), text))
    stored = stored_memory(project, locale)
    for pair in stored.pairs if stored else ():
        for text in filter(_fit, pair.texts.values()):
            yield Recall(pair.context, pair.msgid, text, pair.leaflet or "imported memory", approved=False)


def translated(project: Project, locale: str) -> Iterator[tuple[str, Texts]]:
    """Name and finished translations of every catalog of a language whose texts are in the project's language."""
    folder = catalog_path(project.root, locale, TEMPLATES).parent
    own = language(project.config.source)
    for path in sorted(folder.glob("*.po")):
        if path.stem == TEMPLATES and template_language(project).locale != own.locale:
            continue
        with suppress(CatalogError):
            texts = catalog_texts(project, locale, path.stem) or {}
            yield path.stem, {key: text for key, (text, state) in texts.items() if state is TextState.TRANSLATED}


def _fit(text: str) -> bool:
    """Whether a catalog can hold the text: the file may have been edited since it was checked."""
    return len(text) <= MOST_CHARACTERS and not NOT_PO.search(text)


def export_memory(
    project: Project, locales: Sequence[str], leaflets: Sequence[str], signed_off: SignedOff | None = None
) -> Tmx:
    """The finished translations of a project as one memory.

    Args:
        project: The project.
        locales: Only these; all targets if empty.
        leaflets: Only these catalogs; all if empty.
        signed_off: Only translations of which this is true; all if None.

    Raises:
        MachineError: A catalog cannot be read.
        UsageError: A locale is not the project's.
    """
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for locale in target_locales(project, locales):
        tag = language(locale).tag
        for name, texts in translated(project, locale):
            if leaflets and name not in leaflets:
                continue
            for key, text in texts.items():
                if signed_off is None or signed_off(name, locale, key, text):
                    found.setdefault((name, *key), {})[tag] = text
    pairs = (Pair(msgid, texts, context, name) for (name, context, msgid), texts in found.items())
    return Tmx(language(project.config.source).tag, tuple(pairs))
