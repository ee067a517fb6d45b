"""A piece of work as it leaves the house: texts with all that a translator needs to know about them."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from polyleaf.catalog.po.catalog import Catalog
from polyleaf.model.language import Language

_ID = re.compile(r"m([0-9a-f]{16})\.([0-9a-f]{8}|0)")


class Stage(IntEnum):
    """How far a translation is: the segment states of XLIFF 2.1, with fuzzy between the first two."""

    MISSING = 0
    FUZZY = 1
    TRANSLATED = 2
    REVIEWED = 3
    """A reviser has signed it off."""
    FINAL = 4
    """A clinician has released it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a placeholder becomes on paper.

    Attributes:
        name: Its name.
        source: The value as the leaflet prints it ("6 hours").
        target: The value as the translation will print it ("6 godzin").
    """

    name: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate.

    Attributes:
        msgid: Source text with inline Markdown and ``{name}`` placeholders.
        context: ``msgctxt`` or "".
        text: The translation so far; "" if there is none.
        stage: How far it is.
        where: What the text is and the section it stands in ("List item, under "Risks""), one line each place.
        places: ``path:line`` of each place.
        printed: What each placeholder will print.
        previous: Context and text that a fuzzy translation was made for, or None.
        comments: The translators' comments in the catalog, line by line.
    """

    msgid: str
    context: str = ""
    text: str = ""
    stage: Stage = Stage.MISSING
    where: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    printed: tuple[Printed, ...] = ()
    previous: tuple[str, str] | None = None
    comments: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Which text this is, and which translation it had when it left: an XML name that every tool keeps."""
        return f"m{_digest(16, self.context, self.msgid)}.{text_mark(self.text)}"


@dataclass(frozen=True, slots=True)
class Package:
    """All that goes out in one file.

    Attributes:
        leaflet: Name of the leaflet, or ``templates``.
        title: Its title, for people.
        path: Path of its source, relative to the project.
        source: Language of the texts.
        target: Language of the translations.
        units: The texts, in reading order.
        date: When the leaflet was published; files carry no other date.
        catalog: What the texts stand in; its header and the translators' remarks go along where a format has room.
        pictures: For a text, by context and msgid, a picture (PNG) of the place where it stands; for sheets.
    """

    leaflet: str
    title: str
    path: str
    source: Language
    target: Language
    units: tuple[Unit, ...]
    date: datetime.date
    catalog: Catalog
    pictures: Mapping[tuple[str, str], bytes] = field(default_factory=dict, repr=False)


def text_mark(text: str) -> str:
    """What the id of a unit remembers of a translation: "0" for none."""
    return _digest(8, text) if text else "0"


def key_mark(context: str, msgid: str) -> str:
    """What the id of a unit remembers of its source text."""
    return _digest(16, context, msgid)


def read_id(unit_id: str) -> tuple[str, str] | None:
    """The marks of source and of translation in an id, or None if it is not one of ours."""
    match = _ID.fullmatch(unit_id)
    return (match[1], match[2]) if match else None


def _digest(length: int, *parts: str) -> str:
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:length]
