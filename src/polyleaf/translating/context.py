"""For every message of a leaflet a picture of the place where it stands, the source beside the translation."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from polyleaf.building.documents import Documents
from polyleaf.building.item import Item
from polyleaf.catalog.exchange.unit import key_mark
from polyleaf.catalog.messages.domains import domains
from polyleaf.catalog.messages.extract import leaflet_messages
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.model.inline import plain
from polyleaf.model.message import Message, TextState
from polyleaf.pdf.excerpts import Excerpts, beside
from polyleaf.render.identity import identify
from polyleaf.render.places import OFFER, Placed, Places, Spot, written_with_places
from polyleaf.translating.specimen import ADDRESS, INSIDE, SPECIMEN, as_if_translated, specimen
from polyleaf.workspace import Workspace

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A message with the place where it stands.

    Attributes:
        message: The message.
        translation: What is printed in the other language; "" if it is not translated.
        picture: The picture (PNG), the source beside the translation; empty if the text is printed nowhere.
        why: What is framed, if it is not the text itself; or why there is no picture.
        source: Where the text stands in the source.
        target: Where it stands in the translation.
    """

    message: Message
    translation: str
    picture: bytes
    why: str = ""
    source: Spot | None = None
    target: Spot | None = None

    @property
    def name(self) -> str:
        """Name of the picture: that of the message, the same in every language and after every change round it."""
        return f"m{key_mark(*self.message.key)}.png"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A laid out leaflet: its texts by message, the words of the templates, its pages."""

    texts: Mapping[Key, Placed]
    words: Mapping[Key, tuple[Spot, ...]]
    pages: Excerpts


_HEARD = "heard, not seen: the picture that it tells of is framed"
_NOWHERE = "printed nowhere in this leaflet"


class Contexts:
    """Pictures of the places of messages; a language is laid out once.

    Args:
        workspace: The project with the leaflets.
        edition: The size that is shown.
    """

    def __init__(self, workspace: Workspace, edition: str) -> None:
        self._workspace = workspace
        self._documents = Documents(workspace)
        self._edition = edition
        self._folder = tempfile.TemporaryDirectory(prefix="polyleaf-")
        self._laid_out: dict[tuple[str, str], _Seen] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for key in tuple(self._laid_out):
            self._forget(key)
        self._folder.cleanup()

    def _keep(self, *locales: str) -> None:
        """Lets go of the pages in all other languages."""
        for key in tuple(self._laid_out):
            if key[1] not in locales:
                self._forget(key)

    def _forget(self, key: tuple[str, str]) -> None:
        self._laid_out.pop(key).pages.close()

    def of(self, leaflet: str, locale: str) -> tuple[Shown, ...]:
        """The messages of a leaflet in the order of its catalog.

        Raises:
            CatalogError: The catalog cannot be used.
            UsageError: A template has a fault.
            RenderError: The layout engine failed.
        """
        source = self._workspace.project.config.source
        self._keep(source, locale)
        ours, theirs = self._placed(leaflet, source), self._placed(leaflet, locale)
        messages = leaflet_messages(self._workspace.project.leaflets[leaflet])
        return tuple(_shown(message, ours, theirs) for message in messages)

    def of_templates(self, locale: str) -> tuple[Shown, ...]:
        """The words of the templates and the contacts, in the order of their catalog.

        A word is shown in the first leaflet of the project that prints it, else in a specimen that prints all.

        Raises:
            CatalogError: The catalog cannot be used.
            UsageError: A template has a fault.
            RenderError: The layout engine failed.
        """
        source = self._workspace.project.config.source
        self._keep(source, locale)
        words = self._documents.phrases(locale)
        found: dict[Key, Shown] = {}
        messages = next(iter(domains(self._workspace.project, self._workspace.words, (TEMPLATES,)))).messages
        for name in (*self._workspace.project.leaflets, SPECIMEN):
            lacking = [message for message in messages if message.key not in found]
            if not lacking:
                break
            ours, theirs = self._seen(name, source), self._seen(name, locale)
            for message in lacking:
                spots = [_word(pages, message.key, locale) for pages in (ours, theirs)]
                if message.context == OFFER:
                    spots[1] = None  # it stands on the pages of the other languages
                if any(spots):
                    translation = words.texts.get(message.key, "") or _said(theirs, message.key)
                    found[message.key] = _pictured(message, translation, spots, (ours, theirs))
        return tuple(found.get(one.key, Shown(one, words.texts.get(one.key, ""), b"", _NOWHERE)) for one in messages)

    def _seen(self, name: str, locale: str) -> _Seen:
        return self._sample(locale) if name == SPECIMEN else self._placed(name, locale)

    def _sample(self, locale: str) -> _Seen:
        """The leaflet that prints every word of the templates."""
        key = (SPECIMEN, locale)
        if key not in self._laid_out:
            documents = Documents(specimen(self._workspace))
            document = as_if_translated(documents.document(SPECIMEN, locale, beside_source=True))
            order = documents.render_order(Item(SPECIMEN, locale, self._edition), document, self._file(*key))
            identity = replace(identify(order), address=order.address or ADDRESS)
            self._laid_out[key] = self._look(written_with_places(order, identity), order.target)
        return self._laid_out[key]

    def _placed(self, leaflet: str, locale: str) -> _Seen:
        key = (leaflet, locale)
        if key not in self._laid_out:
            document = self._documents.document(leaflet, locale, beside_source=True)
            order = self._documents.render_order(Item(leaflet, locale, self._edition), document, self._file(*key))
            self._laid_out[key] = self._look(written_with_places(order), order.target)
        return self._laid_out[key]

    def _file(self, leaflet: str, locale: str) -> Path:
        return Path(self._folder.name) / f"{leaflet}-{locale}.pdf"

    def _look(self, places: Places, path: Path) -> _Seen:
        return _Seen(_by_key(places.texts), places.words, Excerpts(path))


def _by_key(placed: Sequence[Placed]) -> dict[Key, Placed]:
    """The first text of each message that is seen somewhere."""
    found: dict[Key, Placed] = {}
    for one in placed:
        key = (one.text.source.context, one.text.source.msgid)
        if key not in found or (one.spots and not found[key].spots):
            found[key] = one
    return found


def _shown(message: Message, ours: _Seen, theirs: _Seen) -> Shown:
    source, target = ours.texts.get(message.key), theirs.texts.get(message.key)
    spots = [next(_best(one.spots), None) if one is not None else None for one in (source, target)]
    translated = target is not None and target.text.state is TextState.TRANSLATED
    words = plain(target.text.inlines) if target is not None and translated else ""
    return _pictured(message, words, spots, (ours, theirs))


def _pictured(message: Message, words: str, spots: Sequence[Spot | None], seen: tuple[_Seen, _Seen]) -> Shown:
    """A message with the pieces of the pages where it stands, side by side."""
    pieces = [one.pages.cut(spot.page, spot.area) for spot, one in zip(spots, seen, strict=True) if spot is not None]
    if not pieces:
        return Shown(message, words, b"", _NOWHERE)
    picture = beside(pieces[0], pieces[1] if len(pieces) > 1 else None)
    heard = any(spot is not None and spot.is_picture for spot in spots)
    return Shown(message, words, picture, _HEARD if heard else "", spots[0], spots[1])


def _word(seen: _Seen, key: Key, locale: str) -> Spot | None:
    """Where a word of the templates stands: as one, as a text of a contact, or inside a text that shows it."""
    context, msgid = key
    spots = list(seen.words.get((OFFER, locale) if context == OFFER else key, ()))
    for one in (seen.texts.get(key), seen.texts.get(("", INSIDE.get((context, msgid), "")))):
        spots += one.spots if one is not None else ()
    return next(_best(spots), None)


def _said(seen: _Seen, key: Key) -> str:
    """The translation of a text of a contact."""
    one = seen.texts.get(key)
    return plain(one.text.inlines) if one is not None and one.text.state is TextState.TRANSLATED else ""


def _best(spots: Iterable[Spot]) -> Iterator[Spot]:
    """The places of a text: where it is read, then where it is listed, then where it is heard."""
    yield from sorted(spots, key=lambda spot: (spot.is_picture, spot.is_listed, spot.page))
