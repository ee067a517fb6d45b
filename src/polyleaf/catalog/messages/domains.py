"""The domains of a project: one catalog for each leaflet, and one for the words of the templates."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polyleaf.catalog.messages.extract import combined, config_messages, leaflet_messages, source_printing
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.errors import UsageError
from polyleaf.model.message import Message
from polyleaf.model.project import Project
from polyleaf.source.own_languages import require_usable


@dataclass(frozen=True, slots=True)
class Domain:
    """What one template (``.pot``) and its catalogs hold.

    Attributes:
        name: The leaflet, or ``templates``.
        messages: Its messages in document order.
        date: When the leaflet was published; None for ``templates``.
    """

    name: str
    messages: tuple[Message, ...]
    date: datetime.date | None = None


def domains(project: Project, template_words: Sequence[Message], names: Sequence[str] = ()) -> Iterator[Domain]:
    """The domains of a project, ``templates`` first.

    Args:
        project: The project.
        template_words: Messages of the templates; those of the contacts are added.
        names: Only these (``templates`` may be among them); all if empty.

    Raises:
        UsageError: A leaflet has the name of the templates' own domain.
    """
    if TEMPLATES in project.leaflets:
        raise UsageError(
            f'a leaflet cannot be called "{TEMPLATES}": that is the catalog of the words of the templates',
            "Rename its folder.",
        )
    if not names or TEMPLATES in names:
        yield Domain(TEMPLATES, combined((*template_words, *config_messages(project.config))))
    printing = source_printing(project.config)
    for name, leaflet in project.leaflets.items():
        if not names or name in names:
            yield Domain(name, leaflet_messages(leaflet, printing), leaflet.published)


def target_locales(project: Project, locales: Sequence[str] = ()) -> tuple[str, ...]:
    """The locales that have catalogs: those asked for, or every target; the source language has none.

    Raises:
        ContentError: The project's own file of one of these locales is faulty.
        UsageError: A locale is not among the project's languages.
    """
    require_usable(project.config, locales)
    known = project.config.locales
    for locale in locales:
        if locale not in known:
            raise UsageError(
                f'"{locale}" is not a language of this project',
                f"Add it to targets in polyleaf.toml, or choose one of: {', '.join(known)}.",
            )
    wanted = locales or known
    return tuple(locale for locale in dict.fromkeys(wanted) if locale != project.config.source)
