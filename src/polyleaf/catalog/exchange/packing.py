"""A leaflet in one language as a piece of work."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from polyleaf.catalog.exchange.unit import Package, Printed, Stage, Unit
from polyleaf.catalog.messages.domains import Domain
from polyleaf.catalog.messages.extract import Printing
from polyleaf.catalog.po.catalog import FUZZY, Catalog, CatalogEntry
from polyleaf.catalog.po.merge import merge
from polyleaf.catalog.signoff.signed_texts import SignedOff
from polyleaf.locales.facts import format_fact
from polyleaf.model.facts import Fact
from polyleaf.model.language import Language
from polyleaf.model.message import Message

_PRINTS = re.compile(r"\{\w+\} prints: ")
_UNDATED = datetime.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a package is about.

    Attributes:
        domain: The leaflet, or the templates, with its messages.
        title: Its title, for people.
        path: Path of its source, relative to the project.
        facts: Its facts.
        source: Language of its texts.
        target: Language of the translations.
    """

    domain: Domain
    title: str
    path: str
    facts: Mapping[str, Fact]
    source: Language
    target: Language


def pack(
    subject: Subject,
    catalog: Catalog,
    printing: tuple[Printing, Printing],
    signed_off: SignedOff | None = None,
    *,
    changed: bool = False,
) -> Package:
    """The piece of work.

    Args:
        subject: What it is about.
        catalog: The catalog, brought up to the leaflet by ``merge``.
        printing: How facts are printed in the source language and in that of the translation.
        signed_off: Which translations are signed off; none if None.
        changed: Only what is missing or fuzzy.
    """
    domain = subject.domain
    entries = catalog.by_key()
    units = (_unit(message, entries[message.key], subject, printing, signed_off) for message in domain.messages)
    return Package(
        leaflet=domain.name,
        title=subject.title,
        path=subject.path,
        source=subject.source,
        target=subject.target,
        units=tuple(unit for unit in units if not changed or unit.stage <= Stage.FUZZY),
        date=domain.date or _UNDATED,
        catalog=catalog,
    )


def brought_up(catalog: Catalog | None, subject: Subject) -> Catalog:
    """The catalog as ``catalog update`` would leave it; a new one if there is none."""
    title = f"{subject.target.english} translation of {subject.title}."
    start = catalog if catalog is not None else Catalog(comments=(title,), locale=subject.target.locale)
    return merge(start, subject.domain.messages)[0]


def _stage(entry: CatalogEntry, subject: Subject, signed_off: SignedOff | None) -> Stage:
    if not entry.text.strip():
        return Stage.MISSING
    if FUZZY in entry.flags:
        return Stage.FUZZY
    if signed_off is not None and signed_off(subject.domain.name, subject.target.locale, entry.key, entry.text):
        # The ledger has one line for reviser and clinician, so what it names is final.
        return Stage.FINAL
    return Stage.TRANSLATED


def _unit(
    message: Message,
    entry: CatalogEntry,
    subject: Subject,
    printing: tuple[Printing, Printing],
    signed_off: SignedOff | None,
) -> Unit:
    return Unit(
        msgid=message.msgid,
        context=message.context,
        text=entry.text,
        stage=_stage(entry, subject, signed_off),
        where=tuple(line for line in message.comments if not _PRINTS.match(line)),
        places=tuple(map(str, message.locations)),
        printed=tuple(_printed(message, subject.facts, printing)),
        previous=entry.previous,
        comments=entry.comments,
    )


def _printed(message: Message, facts: Mapping[str, Fact], printing: tuple[Printing, Printing]) -> Iterator[Printed]:
    for name in dict.fromkeys(message.placeholders):
        if name in facts:
            source, target = (format_fact(name, facts[name], one.phrases, one.digits).text for one in printing)
            yield Printed(name, source, target)
