"""For every message of a leaflet a picture of the place where it stands, the source beside the translation."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from polyleaf.building.documents import Documents
from polyleaf.building.item import Item
from polyleaf.catalog.exchange.unit import key_mark
from polyleaf.catalog.messages.extract import leaflet_messages
from polyleaf.model.inline import plain
from polyleaf.model.message import Message, TextState
from polyleaf.pdf.excerpts import Excerpts, beside
from polyleaf.render.places import Placed, Spot, written_with_places
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
        self._laid_out: dict[tuple[str, str], tuple[Mapping[Key, Placed], Excerpts]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for key in tuple(self._laid_out):
            self._forget(key)
        self._folder.cleanup()

    def _forget(self, key: tuple[str, str]) -> None:
        self._laid_out.pop(key)[1].close()

    def of(self, leaflet: str, locale: str) -> tuple[Shown, ...]:
        """The messages of a leaflet in the order of its catalog.

        Raises:
            CatalogError: The catalog cannot be used.
            UsageError: A template has a fault.
            RenderError: The layout engine failed.
        """
        source = self._workspace.project.config.source
        for key in tuple(self._laid_out):
            if key not in ((leaflet, source), (leaflet, locale)):
                self._forget(key)
        ours, theirs = self._placed(leaflet, source), self._placed(leaflet, locale)
        messages = leaflet_messages(self._workspace.project.leaflets[leaflet])
        return tuple(_shown(message, ours, theirs) for message in messages)

    def _placed(self, leaflet: str, locale: str) -> tuple[Mapping[Key, Placed], Excerpts]:
        if (leaflet, locale) not in self._laid_out:
            document = self._documents.document(leaflet, locale, beside_source=True)
            path = Path(self._folder.name) / f"{leaflet}-{locale}.pdf"
            order = self._documents.render_order(Item(leaflet, locale, self._edition), document, path)
            self._laid_out[leaflet, locale] = (_by_key(written_with_places(order)), Excerpts(path))
        return self._laid_out[leaflet, locale]


def _by_key(placed: Sequence[Placed]) -> dict[Key, Placed]:
    """The first text of each message that is seen somewhere."""
    found: dict[Key, Placed] = {}
    for one in placed:
        key = (one.text.source.context, one.text.source.msgid)
        if key not in found or (one.spots and not found[key].spots):
            found[key] = one
    return found


def _shown(
    message: Message, ours: tuple[Mapping[Key, Placed], Excerpts], theirs: tuple[Mapping[Key, Placed], Excerpts]
) -> Shown:
    source, target = ours[0].get(message.key), theirs[0].get(message.key)
    spots = [next(_best(one), None) for one in (source, target)]
    translated = target is not None and target.text.state is TextState.TRANSLATED
    words = plain(target.text.inlines) if target is not None and translated else ""
    pieces = [
        pages.cut(spot.page, spot.area)
        for spot, (_, pages) in zip(spots, (ours, theirs), strict=True)
        if spot is not None
    ]
    if not pieces:
        return Shown(message, words, b"", _NOWHERE)
    picture = beside(pieces[0], pieces[1] if len(pieces) > 1 else None)
    heard = any(spot is not None and spot.is_picture for spot in spots)
    return Shown(message, words, picture, _HEARD if heard else "", spots[0], spots[1])


def _best(placed: Placed | None) -> Iterator[Spot]:
    """The places of a text: where it is read, then where it is listed, then where it is heard."""
    if placed is not None:
        yield from sorted(placed.spots, key=lambda spot: (spot.is_picture, spot.is_listed, spot.page))
