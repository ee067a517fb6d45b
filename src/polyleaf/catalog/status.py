"""``catalog status``: how far each translation is, told honestly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polyleaf.catalog.domains import Domain, domains, target_locales
from polyleaf.catalog.faults import CatalogError
from polyleaf.catalog.paths import catalog_path
from polyleaf.catalog.store import load
from polyleaf.model.finding import Fault
from polyleaf.model.message import Message, TextState
from polyleaf.model.project import Project


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One leaflet in one language.

    Attributes:
        leaflet: The leaflet, or ``templates``.
        locale: The language.
        translated, fuzzy, missing: Number of messages; they add up to all messages. Fuzzy is never done.
        words_to_translate: Words of the messages that are fuzzy or missing.
        exists: Whether there is a catalog at all.
        path: The catalog, relative to the project.
        faults: Why it cannot be read; everything counts as missing then.
    """

    leaflet: str
    locale: str
    translated: int
    fuzzy: int
    missing: int
    words_to_translate: int
    exists: bool
    path: str
    faults: tuple[Fault, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every message has a translation that is not fuzzy."""
        return not self.fuzzy and not self.missing


def status(
    project: Project, template_words: Sequence[Message], locales: Sequence[str] = (), leaflets: Sequence[str] = ()
) -> tuple[StatusRow, ...]:
    """The state of every catalog, leaflet by leaflet.

    Args:
        project: The project.
        template_words: Messages of the templates.
        locales: Only these; all targets if empty.
        leaflets: Only these domains; all if empty.

    Raises:
        MachineError: A catalog cannot be read for want of permission.
        UsageError: A locale is not the project's, or a leaflet is called ``templates``.
    """
    targets = target_locales(project, locales)
    return tuple(
        _row(project, domain, locale) for domain in domains(project, template_words, leaflets) for locale in targets
    )


def _row(project: Project, domain: Domain, locale: str) -> StatusRow:
    faults: tuple[Fault, ...] = ()
    try:
        catalog = load(project, locale, domain.name)
    except CatalogError as error:
        catalog, faults = None, error.faults
    states = {entry.key: entry.state for entry in catalog.current} if catalog else {}
    counts = dict.fromkeys(TextState, 0)
    words = 0
    for message in domain.messages:
        state = states.get(message.key, TextState.MISSING)
        counts[state] += 1
        if state is not TextState.TRANSLATED:
            words += count_words(message.msgid)
    return StatusRow(
        domain.name,
        locale,
        counts[TextState.TRANSLATED],
        counts[TextState.FUZZY],
        counts[TextState.MISSING],
        words,
        exists=catalog is not None or bool(faults),
        path=project.relative(catalog_path(project.root, locale, domain.name)),
        faults=faults,
    )


def count_words(text: str) -> int:
    """Words of a text: what stands between spaces and has a letter or digit; a placeholder is one word."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
