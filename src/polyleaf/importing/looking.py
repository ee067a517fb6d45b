"""A document that is looked at before it is brought in: what is asked, and what it would become."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from polyleaf.importing.gathered import Notice

IF_TOO_MUCH = "Split it into several documents, and bring each in."
"""What to do with a document that takes more time or memory than any leaflet."""


@dataclass(frozen=True, slots=True)
class LookOrder:
    """What to read, and whether to write it.

    Attributes:
        root: Folder of the project.
        path: The document.
        called: Its name as people see it.
        changes: What becomes of tracked changes: ``accept`` or ``refuse``.
        today: Stands for dates that the document does not say.
        name: Folder of the new leaflet; None if it is only looked at.
        facts: Names of the facts that are taken.
    """

    root: Path
    path: Path
    called: str
    changes: str
    today: datetime.date
    name: str | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A fact that is proposed.

    Attributes:
        name: Its name.
        words: What stands in the text.
        line: Its line in the leaflet; None if it is not known.
        declared: The fact as it is written in the front matter.
    """

    name: str
    words: str
    line: int | None
    declared: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a document becomes.

    Attributes:
        name: Folder of the leaflet; "" if none can be made of the name of the file.
        title: Its title.
        text: Its file.
        pictures: How many pictures it has.
        notices: What was not taken, or not as it was.
        missing: What a leaflet needs and the document does not say.
        locale: The language the document says it is in; "" if it does not say, or it is that of the project.
        offers: What could be facts, each name once.
    """

    name: str
    title: str
    text: str
    pictures: int
    notices: tuple[Notice, ...]
    missing: tuple[str, ...]
    locale: str
    offers: tuple[Offer, ...]
