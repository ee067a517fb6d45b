"""What a built file is judged by beside its pages: the same pages judged by the same give the same findings."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polyleaf
from polyleaf.building.digests import file, words
from polyleaf.cache.seen import Seen
from polyleaf.files import digest
from polyleaf.locales.shelf import FOLDER
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.finding import Location, Waiver
from polyleaf.render.order import RenderOrder
from polyleaf.workspace import Workspace

_BEFORE = ("source/", "translation/")
"""Areas of checks that look at no built file."""


class Bases:
    """Digests of what files of a project are judged by. Our own code is not in them: it is in that of the pages.

    Args:
        workspace: The project.
    """

    def __init__(self, workspace: Workspace) -> None:
        own = (workspace.project.root / FOLDER).glob("*.toml")
        tables, seen = (Path(polyleaf.__file__).parent / FOLDER).glob("*.toml"), Seen()
        files = (*sorted(tables), *sorted(own))
        self._tables = digest(*(part for path in files for part in (*words(path.name), *file(path, seen))))
        self._known: dict[int, tuple[LocalizedDocument, bytes]] = {}

    def of(self, order: RenderOrder, waivers: Iterable[Waiver]) -> str:
        """The digest for the file that an order makes, in hexadecimal."""
        texts = (self._text(one) for one in (order.document, order.source) if one is not None)
        accepted = sorted({waiver.check for waiver in waivers if not waiver.check.startswith(_BEFORE)})
        rest = words(order.edition, order.families, order.logo, accepted)
        return digest(self._tables, *texts, *rest, seed=b"polyleaf basis 1").hex()

    def _text(self, document: LocalizedDocument) -> bytes:
        """What a document says, without the words of the templates: those of them that are printed are in the page."""
        known = self._known.get(id(document))
        if known is None or known[0] is not document:
            told = _told(replace(document, phrases=replace(document.phrases, texts={})))
            known = self._known[id(document)] = document, digest(told)
        return known[1]


def _told(value: object) -> bytes:
    found = io.BytesIO()
    pickler = pickle.Pickler(found)
    pickler.dispatch_table = _PLACELESS
    pickler.fast = True  # equal values are written in the same way, whether they are one object or two
    pickler.dump(value)
    return found.getvalue()


_PLACELESS: dict[type, Callable[[Any], tuple[Callable[[], str], tuple[()]]]] = {Location: lambda _: (str, ())}
"""Writes values without their places in files: a line more above a text changes nothing that is found in it."""
