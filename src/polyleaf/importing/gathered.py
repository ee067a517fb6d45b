"""What a document of another program holds, before anybody decides what it becomes in a leaflet.

Every reader (Word, HTML) gathers these; ``shaping`` makes the blocks of a leaflet of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Role(Enum):
    """What a line is by its style."""

    TEXT = "text"
    TITLE = "title"
    SUBTITLE = "subtitle"
    CAPTION = "caption"
    TERM = "term"


STRUCK = "Words struck out stand between ~~ and ~~: delete them, or the marks"
"""Said of them: as words they would print a dose that nobody takes any more."""


@dataclass(frozen=True, slots=True)
class Run:
    r"""Words set alike; ``\n`` is a line break.

    Attributes:
        text: The words.
        bold: Whether they are bold.
        stressed: Whether they are slanted or underlined.
        href: Where they lead; "" if they are no link. ``#`` and a name is a place in the same document.
        fact: Name of the fact that stands here, in a file that polyleaf wrote; else "".
        struck: Whether they are struck out.
    """

    text: str
    bold: bool = False
    stressed: bool = False
    href: str = ""
    fact: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a list item.

    Attributes:
        ordered: Whether it is a number.
        depth: 0 for a list that stands in no other.
        number: The number of the item; 0 for a bullet.
        indent: How far it is moved in, in pt; 0 if nobody says.
        typed: What stands there in place of a number, if somebody typed it: "b", "iv", "1.2"; else "".
    """

    ordered: bool
    depth: int
    number: int = 0
    indent: float = 0
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph.

    Attributes:
        runs: Its words.
        place: Where it stands, for people.
        role: What it is by its style.
        level: Level of a heading by its style, from 1; 0 for none.
        mark: Its mark, if it is an item of a list.
        item: Depth of the list item that it goes on with, from 0; -1 for none.
        size: Size of most of its letters in pt; 0 if nobody says.
        indent: How far it is moved in, in pt; 0 if nobody says.
        frame: What tells the frame or ground it stands in from others; "" for none.
        style: Name of its style.
        underlined: Whether all of it is underlined, as headings were on typewriters.
        names: The names of its place, to which links in the document lead.
    """

    runs: tuple[Run, ...]
    place: str
    role: Role = Role.TEXT
    level: int = 0
    mark: Mark | None = None
    item: int = -1
    size: float = 0
    frame: str = ""
    style: str = ""
    underlined: bool = False
    indent: float = 0
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether every word of it is bold."""
        said = [run for run in self.runs if run.text.strip()]
        return bool(said) and all(run.bold for run in said)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture.

    Attributes:
        data: Its file.
        name: Name of the file, which says its kind.
        alt: What its author wrote for blind readers.
        place: Where it stands.
        width: How wide it stands there, in mm; 0 if nobody says.
    """

    data: bytes = field(repr=False)
    name: str
    alt: str
    place: str
    width: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        elements: What stands in it.
        across: Columns that it takes.
        continues: Whether it is the lower part of the cell above.
    """

    elements: tuple[Element, ...]
    across: int = 1
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        rows: Its rows.
        place: Where it stands.
        is_headed: Whether its first row is marked as one that names the columns.
        kind: What its properties say it is for.
        title: Its caption.
        heads: How many rows are marked as naming the columns, if it is more than one.
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: str
    is_headed: bool = False
    kind: str = ""
    title: str = ""
    heads: int = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """A text box.

    Attributes:
        elements: What stands in it.
        place: Where it stands.
        style: Words that may say what kind of box it is.
    """

    elements: tuple[Element, ...]
    place: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands in the file and is not printed: a comment, a table of contents, a header."""

    text: str
    place: str = ""


Element = Line | Picture | Grid | Frame | Remark


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was not taken, or not as it was.

    Attributes:
        what: What, and what became of it.
        place: Where it stands in the file; "" for the whole file.
    """

    what: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file of polyleaf carries unseen: the leaflet that it was made of.

    Attributes:
        leaflet: Its name.
        locale: The language of the file.
        source: The text of ``leaflet.md`` when the file was made.
    """

    leaflet: str
    locale: str
    source: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document.

    Attributes:
        elements: What stands in it, in reading order.
        margins: The lines of its headers and footers, each once.
        properties: What its properties say: ``title``, ``subject``, ``keywords``, ``company``, ``version``, ``code`` …
        references: Endnotes.
        notices: What the reader has not taken.
        locale: The language it says it is in; "" if it does not say.
        words: Every word of it, read in the simplest way: what must be found again.
        carried: What it carries unseen, if polyleaf wrote it.
    """

    elements: tuple[Element, ...]
    margins: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    references: tuple[tuple[Run, ...], ...] = ()
    notices: tuple[Notice, ...] = ()
    locale: str = ""
    words: str = field(default="", repr=False)
    carried: Carried | None = None
