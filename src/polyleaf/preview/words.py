"""The words of the desk in the language of whoever sits at it: a gettext catalog for each, as for the pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from polyleaf.catalog.po.reader import read_catalog
from polyleaf.locales.table import language
from polyleaf.model.document import Phrases
from polyleaf.model.message import Message, TextState
from polyleaf.render.template_words import Words
from polyleaf.render.words import template_messages

PAGES = Path(__file__).parent / "pages"
"""Templates, style sheet and script of the desk."""

CATALOGS = Path(__file__).parent / "words"
SOURCE = "en_GB"


def interface_locales() -> tuple[str, ...]:
    """The languages that the desk speaks, English first."""
    return (SOURCE, *sorted(path.stem for path in CATALOGS.glob("*.po")))


def interface_messages() -> tuple[Message, ...]:
    """The words of the templates of the desk."""
    found = template_messages((PAGES,))
    return tuple(one for one in found if any(place.path.startswith("templates/") for place in one.locations))


@cache
def interface(locale: str) -> Words:
    """The words of the desk in one language; what has no translation is English, and marked as such.

    Args:
        locale: One of ``interface_locales``.
    """
    texts: dict[tuple[str, str], str] = {}
    if locale != SOURCE:
        catalog = read_catalog(CATALOGS / f"{locale}.po", locale, f"{locale}.po")
        texts = {entry.key: entry.text for entry in catalog.current if entry.state is TextState.TRANSLATED}
    return Words(Phrases(language(locale), language(SOURCE), texts))


def wanted(accepted: str, chosen: str) -> str:
    """The language to speak.

    Args:
        accepted: The header ``Accept-Language``.
        chosen: What the person chose, or "".
    """
    known = interface_locales()
    if chosen in known:
        return chosen
    tags = {language(locale).tag.lower(): locale for locale in known}
    for part in accepted[:500].split(","):
        tag = part.partition(";")[0].strip().lower()
        for one, locale in tags.items():
            if tag and (one == tag or one.partition("-")[0] == tag.partition("-")[0]):
                return locale
    return SOURCE
