"""Jobs and catalogs for the exchange: random ones, and small projects on disk."""

from __future__ import annotations

import datetime
from pathlib import Path

from hypothesis import strategies as st

from polyleaf.catalog.exchange.packing import Subject, pack
from polyleaf.catalog.exchange.unit import Package
from polyleaf.catalog.messages.domains import Domain
from polyleaf.catalog.messages.extract import Printing
from polyleaf.catalog.po.catalog import BRACE_FORMAT, FUZZY, Catalog, CatalogEntry
from polyleaf.locales.table import language
from polyleaf.model.document import Phrases
from polyleaf.model.finding import Location
from polyleaf.model.inline import placeholders_in
from polyleaf.model.message import Message
from polyleaf.source.reader import read_project
from polyleaf.source.root import find_root
from polyleaf.translating.sending import ExchangeProject
from polyleaf.workspace import Workspace

ODD = (
    "{a}", "{ward}", "{{x}}", "}", "{", "=1+1", "+1", "-1", "@A1", "'", "_x000D_", "_x005F_", "_", " ", "\n", "\t",
    "\r",
    "\ufffe", "\u202b", "\u202c", "\u2067", "\u200f", "\u0085", "\u2028", "]]>", "<b>", "&amp;", '"', "**", "مرحبا",
    "שלום", "vertèbre", "ก็", "😀", "\u00a0", "\U0001fffe", "<!--", "\ufeff", "ß",
)  # fmt: skip

pieces = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6))
texts = st.lists(pieces, max_size=6).map("".join)
said = texts.filter(str.strip)
remarks = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=12)
    .map(str.strip)
    .filter(len)
)
contexts = st.sampled_from(["", "title", "alt", "diagram label"])


@st.composite
def entries(draw: st.DrawFn) -> CatalogEntry:
    msgid, context = draw(said), draw(contexts)
    text = draw(st.one_of(st.just(""), said))
    fuzzy = bool(text) and draw(st.booleans())
    previous = draw(st.none() | st.tuples(contexts, said)) if fuzzy else None
    flags = (*((FUZZY,) if fuzzy else ()), *((BRACE_FORMAT,) if placeholders_in(msgid) else ()))
    return CatalogEntry(
        msgid=msgid,
        context=context,
        text=text,
        flags=flags,
        previous=previous if previous != (context, msgid) else None,
        comments=tuple(draw(st.lists(remarks, max_size=2, unique=True))),
        extracted=("Paragraph",),
    )


catalogs = st.lists(entries(), min_size=1, max_size=5, unique_by=lambda entry: entry.key).map(
    lambda found: Catalog(
        headers=(("Language", "ar"), ("Content-Type", "text/plain; charset=UTF-8")), entries=tuple(found), locale="ar"
    )
)


def subject(catalog: Catalog, locale: str = "ar") -> Subject:
    messages = tuple(
        Message(entry.msgid, entry.context, (Location("leaflets/needle/leaflet.md", line),), ("Paragraph",))
        for line, entry in enumerate(catalog.current, start=1)
    )
    domain = Domain("needle", messages, datetime.date(2026, 11, 20))
    return Subject(domain, "A needle", "leaflets/needle/leaflet.md", {}, language("en_GB"), language(locale))


def package(catalog: Catalog, locale: str = "ar", *, changed: bool = False) -> Package:
    source = language("en_GB")
    printing = Printing(Phrases(source, source, {}), "latn")
    return pack(subject(catalog, locale), catalog, (printing, printing), changed=changed)


CONFIG = """
[organisation]
name = "Example Hospital"
[contacts.ward]
name = "Day ward"
phone = "01632 960 100"
[languages]
source = "en_GB"
targets = ["pl", "ur", "zh_Hans"]
"""

LEAFLET = """---
title: Eyes
code: X-1
version: "1.0"
published: 2026-01-01
review_by: 2028-01-01
owner: Ward
contacts: [ward]
facts:
  fasting: {quantity: 6, unit: hour}
  ward: {phone: "01632 960 100"}
---
## Before you come

Do not eat for {fasting}.

Bring your **glasses**.

Ring [the ward](tel:{ward}).

## At home

Rest for a day.
"""

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: pl\\n"\n'

CATALOG = (
    HEADER
    + """
#. Title of the leaflet
msgctxt "title"
msgid "Eyes"
msgstr "Oczy"

# Said by Anna.
msgid "Bring your **glasses**."
msgstr "Prosimy zabrać **okulary**."

#, fuzzy
#| msgid "Rest for two days."
msgid "Rest for a day."
msgstr "Proszę odpoczywać przez dwa dni."

#~ msgid "An old text."
#~ msgstr "Stary tekst."
"""
)


class Folder:
    """A project on disk with one leaflet in Polish, half translated."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("polyleaf.toml", CONFIG)
        self.write("leaflets/eyes/leaflet.md", LEAFLET)
        self.catalog = self.write("translations/pl/LC_MESSAGES/eyes.po", CATALOG)

    def write(self, name: str, words: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
        return path

    def exchange(self) -> ExchangeProject:
        return ExchangeProject(Workspace(read_project(find_root(self.root)), datetime.date(2026, 11, 20)))

    @property
    def said(self) -> str:
        return self.catalog.read_text(encoding="utf-8")
