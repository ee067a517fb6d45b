"""A leaflet: front matter and a tree of blocks.

The same block types serve the source (``Block[Text]``) and the localized document (``Block[LocalizedText]``):
localizing maps the texts and leaves the tree alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from polyleaf.model.box_kind import BoxKind
from polyleaf.model.facts import Fact
from polyleaf.model.finding import Fault, Location, Waiver
from polyleaf.model.form import FormBlock
from polyleaf.model.image import ImageFacts, PictureWidth
from polyleaf.model.message import Text

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Promise:
    """How many pages a leaflet is meant to fit.

    Attributes:
        pages: In clear print.
        location: Where it was written.
    """

    pages: int
    location: Location


class Layout(StrEnum):
    """How generously a leaflet is set; type and line pitch are those of the edition either way."""

    FULL = "full"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Heading(Generic[T]):
    """A heading inside the leaflet: level 2 to 4 (level 1 is the title in the front matter)."""

    level: int
    text: T


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[T]):
    """A paragraph."""

    text: T


@dataclass(frozen=True, slots=True)
class ListItem(Generic[T]):
    """One item of a list."""

    blocks: tuple[Block[T], ...]


@dataclass(frozen=True, slots=True)
class ListBlock(Generic[T]):
    """A bulleted or numbered list."""

    ordered: bool
    start: int
    items: tuple[ListItem[T], ...]


@dataclass(frozen=True, slots=True)
class TermItem(Generic[T]):
    """One entry: the term first (a number, a time), then the words; ``fact`` is the one that the term names, if any."""

    term: T
    blocks: tuple[Block[T], ...]
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class TermList(Generic[T]):
    """Entries of a box of this kind, as they are printed, and whether pictures are drawn from their facts."""

    items: tuple[TermItem[T], ...]
    kind: str = "risks"
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table.

    Attributes:
        header: What each column holds.
        rows: The rows; each has as many cells.
        names_rows: Whether the cells of the first column say what their rows are about.
        cards: Whether each row is printed as a card by itself; wide tables are so without being asked.
        words: For each column the key of polyleaf's own word over it, "" where its header says it; or nothing at all.
        write: Whether every empty cell is one to write in.
    """

    header: tuple[T, ...]
    rows: tuple[tuple[T, ...], ...]
    names_rows: bool = True
    cards: bool = False
    words: tuple[str, ...] = ()
    write: bool = False


PASSED = 3
"""Most paragraphs before which the figure that follows them may be printed, where that saves a page."""


@dataclass(frozen=True, slots=True)
class Figure(Generic[T]):
    """A picture.

    Attributes:
        image: Path relative to the leaflet's folder, with forward slashes.
        alt: What a blind reader hears; None if the author wrote none (a fault).
        caption: The caption, or None.
        labels: The texts inside an SVG diagram, in document order (context ``diagram label``).
        location: Where the figure stands.
        width: How wide its author wants it; None for the whole line.
        left, right: What is on that side of the picture ("your back"), above it; or None.
    """

    image: str
    alt: T | None
    caption: T | None
    labels: tuple[T, ...]
    location: Location
    width: PictureWidth | None = None
    left: T | None = None
    right: T | None = None


@dataclass(frozen=True, slots=True)
class Box(Generic[T]):
    """A colon fence that holds blocks; ``title`` is its own heading or None for the built-in word.

    ``critical`` is what the author marked; ``Config.critical`` names the kinds that are critical without a mark.
    """

    kind: BoxKind
    title: T | None
    blocks: tuple[Block[T], ...]
    critical: bool = False


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A ``contact`` fence: the contact of that id in ``polyleaf.toml`` is printed here."""

    contact: str
    location: Location


Block = (
    Heading[T] | Paragraph[T] | ListBlock[T] | TermList[T] | Table[T] | Figure[T] | Box[T] | ContactCard | FormBlock[T]
)


NO_DATE = datetime.date.min
"""Stands where a draft has no date."""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A leaflet as its author wrote it.

    Attributes:
        name: Folder name; the leaflet's name everywhere.
        path: ``leaflets/<name>/leaflet.md``, relative to the project.
        title: Title (context ``title``).
        summary: One-sentence summary (context ``summary``), or None.
        code: Identity of the leaflet on paper (``RAD-014``).
        version: Version as printed.
        published: Date of publication.
        review_by: Date by which it must be reviewed.
        owner: Department that owns it; kept in the source language.
        contacts: Ids of the contacts printed at the end.
        references: Sources (inline Markdown), kept in the source language.
        facts: Facts by name.
        fact_locations: Where each fact is declared; those that cannot be used, too.
        blocks: The body.
        images: What is known of each picture, by the name in ``Figure.image``.
        waivers: Waivers of the front matter.
        faults: Everything wrong with the file that does not stop reading it.
        layout: Whether it is set generously, or so that it fits on one sheet if it can.
        locations: Where front-matter keys stand (``review_by`` -> line), for findings.
        contents: Whether its headings are listed on the first page; None where its length decides.
        fit: The pages it is meant to fit in clear print; None if nothing was promised.
    """

    name: str
    path: str
    title: Text
    summary: Text | None
    code: str
    version: str
    published: datetime.date
    review_by: datetime.date
    owner: str
    contacts: tuple[str, ...]
    references: tuple[str, ...]
    facts: Mapping[str, Fact]
    blocks: tuple[Block[Text], ...]
    fact_locations: Mapping[str, Location] = field(default_factory=dict)
    images: Mapping[str, ImageFacts] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    faults: tuple[Fault, ...] = ()
    locations: Mapping[str, Location] = field(default_factory=dict)
    layout: Layout = Layout.FULL
    contents: bool | None = None
    fit: Promise | None = None
