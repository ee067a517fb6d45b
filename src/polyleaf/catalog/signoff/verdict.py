"""Whether a translation is signed off as it stands now, and if it no longer is, what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from polyleaf.catalog.messages.extract import leaflet_messages
from polyleaf.catalog.messages.translations import Translations
from polyleaf.catalog.po.catalog import Key
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.merge import merge
from polyleaf.catalog.po.reader import load
from polyleaf.catalog.signoff.content import (
    KEY_LENGTH,
    Content,
    Outline,
    WordSet,
    contact_keys,
    contact_places,
    key_mark,
    mark,
    outline,
    word_set,
)
from polyleaf.catalog.signoff.ledger import Ledger
from polyleaf.model.approval import Approval, Change, ChangeKind, Standing, Verdict
from polyleaf.model.finding import Fault
from polyleaf.model.message import Message, TextState
from polyleaf.model.project import Project


class SignOff:
    """Compares the ledger with the leaflets and catalogs of a project.

    Args:
        project: The project.
        ledger: Its sign-offs.
        page_words: Messages of the templates that a page of a leaflet may print.
        rooms: Folders of catalogs that are asked for words of the templates after the project's own.
    """

    def __init__(
        self, project: Project, ledger: Ledger, page_words: Iterable[Message], rooms: Sequence[Path] = ()
    ) -> None:
        self.ledger = ledger
        self.translations = Translations(project, rooms)
        self._project = project
        self._words = tuple(message.key for message in page_words)
        self._word_sets: dict[tuple[str, tuple[str, ...], tuple[Key, ...]], WordSet] = {}
        self._outlines: dict[str, tuple[Outline, tuple[Message, ...]]] = {}

    def verdict(self, leaflet: str, locale: str) -> Verdict:
        """What the ledger says of a leaflet in a locale.

        Raises:
            MachineError: A catalog cannot be read.
        """
        entry = self.ledger.entries.get((leaflet, locale))
        if entry is None:
            return Verdict(Standing.NONE)
        if isinstance(entry, Fault):
            return Verdict(Standing.NONE, trouble=f"{entry.location}: {entry.message}")
        if locale != self._project.config.source and not entry.reviser:
            return Verdict(Standing.NONE, trouble=f"{entry.location}: nobody has compared both languages")
        try:
            content = self.content(leaflet, locale)
        except CatalogError as error:
            return Verdict(Standing.VOID, entry, trouble=error.message.partition("\n")[0])
        if content.digest == entry.digest:
            return Verdict(Standing.APPROVED, entry)
        return Verdict(Standing.VOID, entry, tuple(self._changes(entry, content, leaflet)))

    def approval(self, leaflet: str, locale: str) -> Approval | None:
        """The last sign-off of a leaflet in a locale, whether it still holds or not."""
        entry = self.ledger.entries.get((leaflet, locale))
        return None if isinstance(entry, Fault) else entry

    def content(self, leaflet: str, locale: str) -> Content:
        """What would be signed off now.

        Raises:
            CatalogError: A catalog cannot be used.
            MachineError: It cannot be read.
        """
        source, _ = self.outline(leaflet)
        if locale == self._project.config.source:
            texts = tuple(msgid for _, msgid in source.keys)
        else:
            found = self.translations.texts(leaflet, locale) or {}
            texts = tuple(_translated(found.get(key)) for key in source.keys)
        places = dict(contact_places(self._project.config, source.contacts))
        return Content(source, texts, self._word_set(locale, source), locale, places)

    def _word_set(self, locale: str, source: Outline) -> WordSet:
        wanted = (locale, source.contacts, source.titles)
        if wanted not in self._word_sets:
            known = self.translations.words(locale)
            keys = (*self._words, *source.titles, *contact_keys(self._project.config, source.contacts))
            self._word_sets[wanted] = word_set({key: known.get(key, "") for key in keys})
        return self._word_sets[wanted]

    def outline(self, leaflet: str) -> tuple[Outline, tuple[Message, ...]]:
        """The source side of a leaflet, and its messages."""
        if leaflet not in self._outlines:
            one = self._project.leaflets[leaflet]
            messages = leaflet_messages(one)
            self._outlines[leaflet] = outline(one, messages, self._project.config.critical), messages
        return self._outlines[leaflet]

    def _changes(self, approval: Approval, content: Content, leaflet: str) -> Iterator[Change]:
        found = (
            *self._text_changes(approval, content, leaflet),
            *_fact_changes(approval, content.outline),
            *_differences(ChangeKind.CONTACT, approval.contacts, content.contacts),
            *_word_changes(approval, content),
        )
        yield from found or (Change(ChangeKind.ORDER, ""),)

    def _text_changes(self, approval: Approval, content: Content, leaflet: str) -> Iterator[Change]:
        approved = {one[:KEY_LENGTH]: one[KEY_LENGTH:] for one in approval.texts}
        gone = set(approved)
        new: list[Key] = []
        for key, text in zip(content.outline.keys, content.texts, strict=True):
            known = approved.get(short := key_mark(key))
            gone.discard(short)
            if known is None:
                new.append(key)
            elif known != mark(key, text)[KEY_LENGTH:]:
                yield Change(ChangeKind.TRANSLATION, key[1], now=text, critical=key in content.outline.critical)
        earlier, names = self._earlier(leaflet, content.locale) if new or gone else ({}, {})
        for key in new:
            before = earlier.get(key)
            if before is not None and key_mark(before) in gone:
                gone.discard(key_mark(before))
            else:
                before = None
            critical = key in content.outline.critical
            yield Change(ChangeKind.TEXT, key[1], before[1] if before else "", key[1], critical)
        for short in approved:
            if short in gone:
                yield Change(ChangeKind.GONE, names.get(short, ""), before=names.get(short, ""))

    def _earlier(self, leaflet: str, locale: str) -> tuple[Mapping[Key, Key], Mapping[str, str]]:
        """The text that each changed text had, and every earlier text by its mark, as far as the catalog knows."""
        catalog = load(self._project, locale, leaflet)
        if catalog is None:
            return {}, {}
        _, messages = self.outline(leaflet)
        merged, _ = merge(catalog, messages)
        earlier = {entry.key: entry.previous for entry in merged.current if entry.previous is not None}
        names = {key_mark(entry.key): entry.msgid for entry in merged.obsolete}
        return earlier, {**names, **{key_mark(key): key[1] for key in earlier.values()}}


def _translated(found: tuple[str, TextState] | None) -> str:
    return found[0] if found is not None and found[1] is TextState.TRANSLATED else ""


def _fact_changes(approval: Approval, source: Outline) -> Iterator[Change]:
    critical = " ".join(msgid for _, msgid in source.critical)
    for change in _differences(ChangeKind.FACT, approval.facts, source.facts):
        yield replace(change, critical=f"{{{change.what}}}" in critical)


def _differences(kind: ChangeKind, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Change]:
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            yield Change(kind, name, before.get(name, ""), now.get(name, ""))


def _word_changes(approval: Approval, content: Content) -> Iterator[Change]:
    approved = {one[:KEY_LENGTH]: one[KEY_LENGTH:] for one in approval.words}
    for key, text in content.words.texts.items():
        if approved.pop(key_mark(key), None) != mark(key, text)[KEY_LENGTH:]:
            yield Change(ChangeKind.WORDS, key[1], now=text)
    if approved:
        yield Change(ChangeKind.WORDS, "")
