"""A document whose every sign can be printed: what no font has stands by its name, so that a draft shows the place."""

from __future__ import annotations

from dataclasses import replace

from polyleaf.locales.signs import standing_in
from polyleaf.model.document import LocalizedContact, LocalizedDocument, LocalizedText
from polyleaf.model.inline import Emphasis, FactWords, Inline, Link, Strong, Words
from polyleaf.model.leaflet import map_texts
from polyleaf.model.letters import Letters


def legible(document: LocalizedDocument, letters: Letters) -> LocalizedDocument:
    """The document, with ``[pill]`` for a sign that ``letters`` lacks; checks say so, and no release is made of it."""
    say = _Saying(letters)
    return replace(
        document,
        title=say.text(document.title),
        source_title=say.text(document.source_title),
        summary=say.maybe(document.summary),
        owner=say.words(document.owner),
        blocks=tuple(map_texts(block, say.text) for block in document.blocks),
        contacts={name: say.contact(contact) for name, contact in document.contacts.items()},
        references=tuple(map(say.text, document.references)),
    )


class _Saying:
    def __init__(self, letters: Letters) -> None:
        self._letters = letters

    def words(self, text: str) -> str:
        for char in self._letters.lacking(text):
            text = text.replace(char, standing_in(char))
        return text

    def text(self, text: LocalizedText) -> LocalizedText:
        return replace(text, inlines=tuple(map(self._inline, text.inlines)))

    def maybe(self, text: LocalizedText | None) -> LocalizedText | None:
        return None if text is None else self.text(text)

    def contact(self, contact: LocalizedContact) -> LocalizedContact:
        return replace(
            contact, name=self.text(contact.name), hours=self.maybe(contact.hours), note=self.maybe(contact.note)
        )

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Words(text) | FactWords(text=text):
                return replace(inline, text=self.words(text))
            case Strong(children) | Emphasis(children) | Link(children=children):
                return replace(inline, children=tuple(map(self._inline, children)))
            case _:
                return inline
