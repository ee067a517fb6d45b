"""The words of the templates as inputs of files: the texts of their catalogs, not the remarks beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from polyleaf.building.digests import file, words
from polyleaf.building.layer import BUILT_IN, Kind, Part
from polyleaf.cache.seen import Seen
from polyleaf.catalog.messages.phrases import OFFER
from polyleaf.catalog.po.catalog import Key
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.catalog.po.quick import quick_texts
from polyleaf.locales.tags import line_of
from polyleaf.model.message import TextState
from polyleaf.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Words:
    """One catalog.

    Attributes:
        name: What people call it.
        content: What tells it from another.
        texts: Its translations; None where only its bytes are known.
    """

    name: str
    content: bytes
    texts: Mapping[Key, str] | None


class TemplateWords:
    """What stands in the catalogs of the templates; each is read once.

    Args:
        workspace: The project and its rooms.
        seen: Digests of catalogs that have to be told by their bytes.
    """

    def __init__(self, workspace: Workspace, seen: Seen) -> None:
        self._workspace = workspace
        self._seen = seen
        self._catalogs = cache(lambda locale: tuple(self._read(locale)))

    def of(self, locale: str) -> tuple[Part, ...]:
        """All words of a language: those of its own catalogs, and of those it falls back to."""
        return tuple((Kind.FILE, one.name, one.content) for one in self._catalogs(locale))

    @cached_property
    def offers(self) -> tuple[Part, ...]:
        """The sentence that offers the leaflet, of every language of the project: all pages print it."""
        return tuple((Kind.OFFER, one, self._offer(one)) for one in self._workspace.project.config.locales)

    def _offer(self, locale: str) -> bytes:
        catalogs = self._catalogs(locale)
        if any(one.texts is None for one in catalogs):
            return b"".join(one.content for one in catalogs)
        found = (one.texts.get(OFFER, "") for one in catalogs if one.texts is not None)
        return next(filter(None, found), "").encode(errors="surrogatepass")

    def _read(self, locale: str) -> Iterator[_Words]:
        for number, room in enumerate(self._workspace.translations):
            for one in line_of(locale):
                path = room / one / "LC_MESSAGES" / f"{TEMPLATES}.po"
                name = f"{BUILT_IN if number else ''}translations/{one}/LC_MESSAGES/{TEMPLATES}.po"
                if path.is_file():
                    yield self._words(path, one, name)

    def _words(self, path: Path, locale: str, name: str) -> _Words:
        found = quick_texts(path, locale)
        if found is None:
            return _Words(name, b"".join(file(path, self._seen)), None)
        told = {key: text for key, (text, state) in found.items() if state is TextState.TRANSLATED}
        return _Words(name, b"".join(words(sorted(told.items()))), told)
