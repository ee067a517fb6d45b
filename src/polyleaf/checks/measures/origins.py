"""Where a text of a page was written: the line of the leaflet, of a catalog, or of polyleaf.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from polyleaf.checks.measures.writing import folded, readings, without_alefs
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.block_texts import texts
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.finding import Location
from polyleaf.model.inline import Words, plain

_SHORTEST = 4
"""Letters of a text that is looked for inside a longer line: "Day" stands in many."""

_BEGIN = 8
"""Letters of two labels on one line by which the first is known, where both have several lines."""


@dataclass(frozen=True)
class Origins:
    """The texts of a finished file with their places.

    Attributes:
        leaflet: The file the leaflet is written in: the place of what stands in no text.
        texts: Each text, folded, in the order of the document.
    """

    leaflet: Location
    texts: tuple[tuple[str, LocalizedText], ...]
    pages: Sequence[tuple[str, int]]

    def of(self, words: str, page: int | None) -> tuple[Location, Location | None]:
        """Where words of a page come from: the place of the source, and that of the translation.

        Args:
            words: A line, a paragraph, or a piece of either.
            page: Number of the page, which tells apart texts that say the same.
        """
        wanted = folded(words)
        for found in filter(None, (self._found(reading, page) for reading in readings(wanted) if reading)):
            return found.source.location, found.written
        return self.leaflet, None

    def _found(self, wanted: str, page: int | None) -> LocalizedText | None:
        whole = {text for text, _ in self.texts}
        bare = without_alefs(wanted)
        ways: tuple[Callable[[str], object], ...] = (
            lambda text: text == wanted,
            lambda text: wanted in text,
            lambda text: bare != text and without_alefs(text) == bare,
            lambda text: bare != wanted and len(bare) >= _SHORTEST and bare in without_alefs(text),
            lambda text: len(text) >= _SHORTEST and text in wanted,
            lambda text: text and wanted.startswith(text) and wanted[len(text) :] in whole,
            lambda text: len(wanted) > _BEGIN and wanted[:_BEGIN] in text,
        )
        for way in ways:
            if found := [(text, place) for text, place in self.texts if way(text)]:
                return self._on_page(found, page)
        return None

    def _on_page(self, found: Sequence[tuple[str, LocalizedText]], page: int | None) -> LocalizedText:
        """The one of some texts that stands on a page: texts that say the same stand there in their order."""
        on_page = {text for text, number in self.pages if number == page}
        there = [one for one in found if one[0] in on_page] or found
        text, place = max(there, key=lambda one: len(one[0]))
        same = [other for said, other in found if said == text]
        numbers = [number for said, number in self.pages if said == text]
        if len(same) == len(numbers) and page in numbers:
            return same[numbers.index(page)]
        return place


def origins_of(subject: PrintedDocument) -> Origins:
    """The places of everything a file says."""
    documents = (subject.document, *((subject.source,) if subject.source else ()))
    found = chain.from_iterable(map(_texts, documents))
    written = tuple((words, text) for text in found if (words := folded(plain(text.inlines))))
    known = {words for words, _ in written}
    said = subject.tags.root.walk() if subject.tags else ()
    pages = [
        (words, element.pages[0]) for element in said if element.pages and (words := folded(element.text)) in known
    ]
    return Origins(Location(subject.document.path), written, pages)


def _texts(document: LocalizedDocument) -> Iterator[LocalizedText]:
    yield document.title
    if document.summary:
        yield document.summary
    yield from texts(document.blocks)
    for contact in document.contacts.values():
        yield from filter(None, (contact.name, contact.hours, contact.note))
        for detail in filter(None, (contact.phone, contact.email, contact.web)):
            yield LocalizedText((Words(detail),), contact.name.language, contact.name.state, contact.name.source)
    yield from document.references
