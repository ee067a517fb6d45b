"""Placeholders to facts, and links to what may be followed: inline content ready to print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from polyleaf.locales.breaking import break_words
from polyleaf.locales.facts import format_fact, raw_value
from polyleaf.model.document import Phrases
from polyleaf.model.facts import Fact
from polyleaf.model.inline import Emphasis, FactMark, Inline, Link, PageOf, Strong, Words

_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_ADDRESS = re.compile(r"(?:(?:https?://|mailto:|tel:)[^\s\x00-\x1f\x7f]+|#[\w-]+)", re.IGNORECASE)
_TWICE = re.compile(r"^(tel:|mailto:)\1", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """How texts of one language are set.

    Attributes:
        facts: Facts of the leaflet.
        phrases: Words of the templates in that language.
        digits: Numbering system of its numbers.
    """

    facts: Mapping[str, Fact]
    phrases: Phrases
    digits: str

    def set(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """The content with every fact formatted, words marked where lines may break, and only safe links.

        An unknown placeholder stays visible as ``{name}``; a check reports it.
        """
        return tuple(done for inline in inlines for done in self._one(inline))

    def _one(self, inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case Words(text):
                return (Words(break_words(text, self.phrases.language)),)
            case FactMark(name):
                return (self._fact(name),)
            case Strong(children):
                return (Strong(self.set(children)),)
            case Emphasis(children):
                return (Emphasis(self.set(children)),)
            case Link():
                return self._link(inline)
            case _:
                return (inline,)

    def _fact(self, name: str) -> Inline:
        if name not in self.facts:
            return Words(f"{{{name}}}")
        return format_fact(name, self.facts[name], self.phrases, self.digits)

    def _link(self, link: Link) -> tuple[Inline, ...]:
        address, words = self._address(link.href), self.set(link.children)
        if not address:
            # A page or PDF that opens file: or javascript: is a trap; the words alone are harmless.
            return words
        done = Link(address, words)
        return (done, self._page_of(address)) if address.startswith("#") else (done,)

    def _page_of(self, href: str) -> PageOf:
        words, language = self.phrases.find("(page {page})", "reference")
        before, number, after = words.partition("{page}")
        if not number:  # a translation that lost it
            before, after = "(", ")"
        space = " " if self.phrases.language.spaced else ""
        lang = None if language.tag == self.phrases.language.tag else language.tag
        return PageOf(href, space + before, after, lang)

    def _address(self, href: str) -> str:
        def value(match: re.Match[str]) -> str:
            fact = self.facts.get(match[1])
            return match[0] if fact is None else raw_value(fact)

        # Authors write both ({ward}) and (tel:{ward}).
        address = _TWICE.sub(r"\1", _PLACEHOLDER.sub(value, href))
        return address if _ADDRESS.fullmatch(address) else ""
