"""Correct texts to make slips in: the starter catalogs, and copies of them with numbers, doses and phones in the text.

The starter leaflets keep their numbers in facts, where no translator can get them wrong. The numbered copies print
facts into source and translation as a page would, so that real sentences with numbers exist in every language; in
place of each fact stand also others of its kind and doses, times and dates, which the starter leaflets do not have.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from polyleaf.catalog.localizing.view import catalog_view, templates_view
from polyleaf.catalog.messages.phrases import phrases
from polyleaf.locales.facts import format_fact
from polyleaf.locales.numbers import numbering_system
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.document import Phrases
from polyleaf.model.facts import Date, Fact, Number, Percent, Phone, Quantity, Risk, Time
from polyleaf.model.inline import placeholders
from polyleaf.model.project import Project
from polyleaf.render.words import template_messages
from polyleaf.source.inline import parse_inline
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms, translation_rooms

ROOT = Path(__file__).parents[1]

_DAY = datetime.date(2026, 11, 20)
_QUANTITIES: tuple[Fact, ...] = (
    Quantity(Decimal(2), "hour"),
    Quantity(Decimal(45), "minute"),
    Quantity(Decimal(5), "day"),
    Quantity(Decimal(3), "week"),
    Quantity(Decimal(2), "day", Decimal(3)),
    Quantity(Decimal(250), "mg"),
    Quantity(Decimal("0.5"), "mg"),
    Quantity(Decimal(500), "mcg"),
    Quantity(Decimal("2.5"), "ml"),
    Quantity(Decimal(1250), "IU"),
    Date(_DAY),
    Time(datetime.time(17, 30)),
    Time(datetime.time(9, 0)),
)
_OTHERS: Mapping[type, tuple[Fact, ...]] = {
    Quantity: _QUANTITIES,
    Risk: (Risk(1, 1000), Risk(25, 100), Percent(Decimal(75))),
    Number: (Number(Decimal(65)), Number(Decimal(12500)), Number(Decimal("12.5"))),
    Phone: (Phone("01632 960 100"), Phone("+44 1632 960 257"), Phone("999")),
}
_VARIANTS = 4
"""How many versions of a text with facts are made, beside the one with its own facts; of one with a quantity, as many
as there are amounts."""


@dataclass(frozen=True, slots=True)
class Text:
    """A correct translation, by itself, with what is needed to judge it.

    Attributes:
        view: The catalog it stands in.
        entry: The entry.
        facts: The facts that are printed in it, by name; empty if it keeps its placeholders.
        settings: How facts are printed in the language.
        twins: The same message in the other languages.
    """

    view: CatalogView
    entry: Entry
    facts: Mapping[str, Fact]
    phrases: Phrases
    digits: str
    numbered: bool

    @property
    def locale(self) -> str:
        """Its language."""
        return self.view.language.locale

    @property
    def source(self) -> str:
        """The source, as the catalog has it."""
        return self.entry.translation.message.msgid

    @property
    def target(self) -> str:
        """The translation, as the catalog has it."""
        return self.entry.translation.text

    def printed(self, name: str, fact: Fact) -> str:
        """A fact as it is printed in the translation."""
        return isolated(format_fact(name, fact, self.phrases, self.digits))


def isolated(words: object) -> str:
    """Printed words of a fact, isolated as the page isolates them."""
    text: str = words.text  # type: ignore[attr-defined]
    return f"\u2066{text}\u2069" if words.isolate else text  # type: ignore[attr-defined]


def judged_view(text: Text, entry: Entry) -> CatalogView:
    """A catalog with this one entry."""
    return replace(text.view, entries=(entry,))


def entry_of(text: Text, source: str, target: str) -> Entry:
    """The entry with another source or translation."""
    message = replace(text.entry.translation.message, msgid=source)
    translation = replace(text.entry.translation, message=message, text=target)
    return Entry(translation, parse_inline(source), parse_inline(target) if target.strip() else ())


@dataclass(frozen=True, slots=True)
class Corpus:
    """All correct texts.

    Attributes:
        project: The starter project.
        views: The catalogs of each locale.
        plain: Texts as the catalogs have them.
        numbered: Texts with facts printed into them.
        linked: Texts with a link or an e-mail address at their end.
    """

    project: Project
    views: Mapping[str, tuple[CatalogView, ...]]
    plain: tuple[Text, ...]
    numbered: tuple[Text, ...]
    linked: tuple[Text, ...]


def read_corpus(locales: Sequence[str] = ()) -> Corpus:
    """The corpus of the starter project, of some or all languages."""
    project = read_project(ROOT)
    words = template_messages(template_rooms(ROOT))
    source_words = phrases(project, project.config.source, translation_rooms(ROOT))
    views: dict[str, tuple[CatalogView, ...]] = {}
    plain: list[Text] = []
    numbered: list[Text] = []
    linked: list[Text] = []
    for locale in locales or project.config.targets:
        leaflets = (catalog_view(project, leaflet, locale) for leaflet in project.leaflets.values())
        views[locale] = (*leaflets, templates_view(project, words, locale))
        own = phrases(project, locale, translation_rooms(ROOT))
        digits = numbering_system(own.language, project.config.digits)
        for view in views[locale]:
            texts = [Text(view, entry, {}, own, digits, numbered=False) for entry in view.entries]
            plain += texts
            for place, text in enumerate(texts):
                numbered += _numbered(text, source_words)
                if len(text.source.split()) > 4:  # noqa: PLR2004 - a sentence
                    linked.append(_with_tail(text, _TAILS[place % len(_TAILS)]))
    return Corpus(project, views, tuple(plain), tuple(numbered), tuple(linked))


_TAILS = (" [NHS](https://www.nhs.uk/conditions)", " (ward@example.org)")


def _with_tail(text: Text, tail: str) -> Text:
    return replace(text, entry=entry_of(text, text.source + tail, text.target + tail))


def _numbered(text: Text, source_words: Phrases) -> Iterator[Text]:
    """Versions of a text with facts printed; texts without facts but with digits as they are."""
    names = tuple(dict.fromkeys(placeholders(text.entry.source)))
    if not names or not set(names) <= set(text.view.facts):
        if not names and any(map(str.isdecimal, text.source)):
            yield replace(text, numbered=True)
        return
    seed = sum(map(ord, text.source))
    quantities = any(isinstance(text.view.facts[name], Quantity) for name in names)
    for version in range((len(_QUANTITIES) if quantities else _VARIANTS) + 1):
        facts = {
            name: _other(text.view.facts[name], seed + version + place * 5, first=version == 0)
            for place, name in enumerate(names)
        }
        source, target = text.source, text.target
        for name, fact in facts.items():
            source = source.replace(f"{{{name}}}", format_fact(name, fact, source_words, "latn").text)
            target = target.replace(f"{{{name}}}", text.printed(name, fact))
        entry = entry_of(text, source, target)
        message = replace(entry.translation.message, placeholders=())
        entry = replace(entry, translation=replace(entry.translation, message=message))
        yield replace(text, entry=entry, facts=facts, numbered=True)


def _other(fact: Fact, seed: int, *, first: bool) -> Fact:
    choices = _OTHERS.get(type(fact), ())
    return fact if first or not choices else choices[seed % len(choices)]
