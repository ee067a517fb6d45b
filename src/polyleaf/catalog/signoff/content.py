"""What a sign-off is given for: every word that a reader of one leaflet in one language will see, in canonical form.

The number, mail and web address of each contact belong to it: they are printed as they stand in ``polyleaf.toml``, in
every language, and a patient who bleeds dials what the paper says. Sign-offs from before that were given for none, so
they do not hold for a leaflet that prints one; those of other leaflets do.
"""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polyleaf.catalog.messages.extract import is_message
from polyleaf.catalog.po.catalog import Key
from polyleaf.locales.facts import raw_value
from polyleaf.model.block_texts import every_text, texts, walk_blocks
from polyleaf.model.facts import Email, Fact, Phone, Web
from polyleaf.model.form import FieldList
from polyleaf.model.leaflet import Block, Box, ContactCard, Leaflet, ListBlock, TermList
from polyleaf.model.message import Message, Text
from polyleaf.model.project import Config

KEY_LENGTH = 6
"""Characters of a mark that stand for the source text; those after it stand for the translation."""

_FORMAT = 1
"""Of the canonical form. Another number voids every approval, so it changes only if the old form missed a hazard."""

_SIGNED_ALWAYS = ("Important", "Good to know")
"""Titles of boxes that belong to every sign-off, as they did before others came: those given earlier stay valid."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The source side of one leaflet, the same for all locales.

    Attributes:
        keys: Its messages in document order, each once.
        critical: Those that stand in a critical block.
        facts: Every fact that its texts print, with its value.
        contacts: Ids of the contacts it prints.
        titles: Words that polyleaf prints over its boxes, inside them and before its fields.
        digest: Of the texts in their order and boxes, and of the facts.
    """

    keys: tuple[Key, ...]
    critical: frozenset[Key]
    facts: Mapping[str, str]
    contacts: tuple[str, ...]
    titles: tuple[Key, ...]
    digest: bytes


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words of the templates and contacts in one language, shared by many leaflets.

    Attributes:
        texts: Each with its translation; "" if it has none.
        digest: Of all of them.
    """

    texts: Mapping[Key, str]
    digest: bytes


def word_set(texts: Mapping[Key, str]) -> WordSet:
    """These words with their digest."""
    words = sorted((context, source, text) for (context, source), text in texts.items())
    return WordSet(texts, hashlib.sha256(_canonical(words)).digest())


@dataclass(frozen=True, slots=True)
class Content:
    """One leaflet in one locale: what was, or would be, approved.

    Attributes:
        outline: The source side.
        texts: The translation of each message; "" if it is missing or fuzzy.
        words: Words of the templates and contacts with their translations.
        locale: The locale.
        contacts: Number, mail and web address of each contact it prints, by names such as ``ward.phone``.
    """

    outline: Outline
    texts: tuple[str, ...]
    words: WordSet
    locale: str
    contacts: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """SHA-256 of all of it, in hexadecimal."""
        form = _canonical([_FORMAT, self.locale, self.texts])
        form += _canonical(sorted(self.contacts.items())) if self.contacts else b""
        return hashlib.sha256(self.outline.digest + self.words.digest + form).hexdigest()

    @property
    def text_marks(self) -> tuple[str, ...]:
        """A mark for each message and its translation, in document order."""
        return tuple(mark(key, text) for key, text in zip(self.outline.keys, self.texts, strict=True))

    @property
    def word_marks(self) -> tuple[str, ...]:
        """A mark for each word of the templates, sorted."""
        return tuple(sorted(mark(key, text) for key, text in self.words.texts.items()))


def mark(key: Key, translation: str) -> str:
    """A short mark by which a text and its translation are known again: 6 characters for one, 8 for the other."""
    return key_mark(key) + _short(translation, 6)


def key_mark(key: Key) -> str:
    """The first part of a mark."""
    context, source = key
    return _short(f"{context}\x04{source}", 4)


def _short(text: str, size: int) -> str:
    digest = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=size).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


def outline(leaflet: Leaflet, messages: Sequence[Message], critical: Iterable[str]) -> Outline:
    """The source side of a leaflet.

    Args:
        leaflet: The leaflet.
        messages: Its messages, from ``leaflet_messages``.
        critical: Kinds of boxes that are critical.
    """
    facts = dict(sorted(_used_facts(leaflet)))
    order = [["title", *_key(leaflet.title)]]
    if leaflet.summary is not None:
        order.append(["summary", *_key(leaflet.summary)])
    order += _order(leaflet.blocks)
    cards = [block.contact for block in walk_blocks(leaflet.blocks) if isinstance(block, ContactCard)]
    kinds = [block.kind for block in walk_blocks(leaflet.blocks) if isinstance(block, Box)]
    titles = {("", title) for title in (*_printed_words(leaflet.blocks), *_SIGNED_ALWAYS) if title}
    inside = {word.key for kind in kinds for word in kind.words}
    return Outline(
        keys=tuple(message.key for message in messages),
        critical=critical_keys(leaflet, critical),
        facts=facts,
        contacts=tuple(dict.fromkeys((*cards, *leaflet.contacts))),
        titles=tuple(sorted(titles | inside)),
        digest=hashlib.sha256(_canonical([order, facts])).digest(),
    )


def _printed_words(blocks: tuple[Block[Text], ...]) -> Iterator[str]:
    """Words that polyleaf prints over boxes and before fields."""
    for block in walk_blocks(blocks):
        match block:
            case Box(kind=kind):
                yield kind.title
            case FieldList(fields=fields):
                yield from (field.kind.label for field in fields if field.kind)


def critical_keys(leaflet: Leaflet, critical: Iterable[str]) -> frozenset[Key]:
    """The messages that stand in a critical block."""
    kinds = frozenset(critical)
    return frozenset(
        _key(text)
        for block in walk_blocks(leaflet.blocks)
        if isinstance(block, Box) and (block.critical or block.kind.name in kinds)
        for text in texts((block,))
        if is_message(text)
    )


def contact_keys(config: Config, contacts: Iterable[str]) -> Iterator[Key]:
    """The translated words of some contacts."""
    for name in contacts:
        if contact := config.contacts.get(name):
            for text in (contact.name, contact.hours, contact.note):
                if text is not None and is_message(text):
                    yield _key(text)


def contact_places(config: Config, contacts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Where some contacts are reached: ``("ward.phone", "01632 960 100")``."""
    for name in contacts:
        if contact := config.contacts.get(name):
            for kind in ("phone", "email", "web"):
                if value := getattr(contact, kind):
                    yield f"{name}.{kind}", value


def _key(text: Text) -> Key:
    return (text.context, text.msgid)


def _order(blocks: tuple[Block[Text], ...]) -> Iterator[list[str]]:
    """Every text where it stands: a warning that moves out of its box is another warning."""
    for block in blocks:
        match block:
            case Box(kind=kind, title=title, blocks=inner):
                yield ["open", kind.name]
                if title is not None:
                    yield ["text", *_key(title)]
                yield from _order(inner)
                yield ["close"]
            case ListBlock(items=items):
                for item in items:
                    yield from _order(item.blocks)
            case TermList(items=entries):
                for entry in entries:
                    yield ["text", *_key(entry.term)]
                    yield from _order(entry.blocks)
            case ContactCard(contact=contact):
                yield ["contact", contact]
            case FieldList():
                yield from _fields(block)
            case _:
                yield from (["text", *_key(text)] for text in texts((block,)))


def _fields(fields: FieldList[Text]) -> Iterator[list[str]]:
    for one in fields.fields:
        yield ["field", str(one.kind or "")]
        yield from (["text", *_key(text)] for text in (one.label, one.value) if text is not None)


def _used_facts(leaflet: Leaflet) -> Iterator[tuple[str, str]]:
    for text in every_text(leaflet):
        for name in text.placeholders:
            if name in leaflet.facts:
                yield name, fact_text(leaflet.facts[name])


def fact_text(fact: Fact) -> str:
    """The value as it was declared; how a language prints it is no part of the sign-off."""
    match fact:
        case Phone(value) | Email(value) | Web(value):
            return value
        case _:
            return raw_value(fact)


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
