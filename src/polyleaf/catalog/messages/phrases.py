"""The words of the templates in one language: the project's own, then the built-in ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from polyleaf.catalog.po.catalog import Catalog
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.catalog.po.reader import load, read_catalog
from polyleaf.locales.table import language
from polyleaf.locales.tags import line_of
from polyleaf.model.document import Phrases
from polyleaf.model.language import Language
from polyleaf.model.message import TextState
from polyleaf.model.project import Project

OFFER = ("offer", "Ask us for this leaflet in English.")
"""Context and msgid of the sentence in ``words.html``; every language says it of itself."""

_ENGLISH = "en_GB"
"""Language of the built-in templates."""


def phrases(project: Project, locale: str, fallback_rooms: Sequence[Path] = ()) -> Phrases:
    """The words of the templates; what is missing or fuzzy everywhere is left out, so that English is printed.

    A locale without words of its own has those of its parents in CLDR: ``pt_AO`` those of ``pt_PT`` and ``pt``.

    Args:
        project: The project; its ``templates.po`` comes first.
        locale: Language of the document.
        fallback_rooms: Folders like ``translations/``, asked in order.

    Raises:
        CatalogError: A catalog cannot be used.
        UsageError: The locale is unknown.
    """
    texts: dict[tuple[str, str], str] = {}
    line = line_of(locale)
    catalogs = [
        *(load(project, one, TEMPLATES) for one in line),
        *(_built_in(room, one) for one in line for room in fallback_rooms),
    ]
    for catalog in filter(None, catalogs):
        for entry in catalog.current:
            if entry.state is TextState.TRANSLATED:
                texts.setdefault(entry.key, entry.text)
    return Phrases(language(locale), template_language(project), texts)


def template_language(project: Project) -> Language:
    """The language the msgids of the templates are in: English, in the project's own spelling if it writes English."""
    source = language(project.config.source)
    english = language(_ENGLISH)
    return source if source.tag.split("-")[0] == english.tag.split("-")[0] else english


def _built_in(room: Path, locale: str) -> Catalog | None:
    path = room / locale / "LC_MESSAGES" / f"{TEMPLATES}.po"
    try:
        return read_catalog(path, locale, str(path))
    except FileNotFoundError:
        return None
