"""A document whose every sign can be printed: what no font has stands by its name, so that a draft shows the place."""

from __future__ import annotations

from dataclasses import replace

from polyleaf.locales.signs import FLAG, called_flag, standing_in
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import Emphasis, FactWords, Inline, Link, Strong, Words
from polyleaf.model.letters import Letters


def legible(document: LocalizedDocument, letters: Letters) -> LocalizedDocument:
    """The document, with ``[pill]`` for a sign that ``letters`` lacks; checks say so, and no release is made of it."""
    say = _Saying(letters)
    return replace(document.with_texts(say.text), owner=say.words(document.owner))


class _Saying:
    def __init__(self, letters: Letters) -> None:
        self._letters = letters

    def words(self, text: str) -> str:
        if self._letters.lacking("".join(FLAG.findall(text))):
            text = FLAG.sub(lambda flag: f"[{called_flag(flag[0])}]", text)
        for char in self._letters.lacking(text):
            text = text.replace(char, standing_in(char))
        return text

    def text(self, text: LocalizedText) -> LocalizedText:
        return replace(text, inlines=tuple(map(self._inline, text.inlines)))

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Words(text) | FactWords(text=text):
                return replace(inline, text=self.words(text))
            case Strong(children) | Emphasis(children) | Link(children=children):
                return replace(inline, children=tuple(map(self._inline, children)))
            case _:
                return inline
