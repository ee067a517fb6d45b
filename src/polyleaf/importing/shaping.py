"""What was gathered from a document, as the blocks of a leaflet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from polyleaf.importing.blocks_out import Note, Piece
from polyleaf.importing.boxes import box_kind
from polyleaf.importing.contents import without_contents
from polyleaf.importing.gathered import Element, Frame, Gathered, Grid, Line, Notice, Picture, Remark, Role, Run
from polyleaf.importing.grouping import groups
from polyleaf.importing.habits import as_meant, looks_like_heading, usual_size
from polyleaf.importing.headings import headed
from polyleaf.importing.inline_out import clean, heading_of, markdown_of
from polyleaf.importing.nesting import nested
from polyleaf.importing.references import referred
from polyleaf.importing.tables import is_layout, plain_table, titled
from polyleaf.importing.texts import text_of
from polyleaf.importing.walk import lines_in, pictures_in
from polyleaf.model.boxes import BOXES
from polyleaf.model.image import PictureWidth
from polyleaf.model.leaflet import Block, Box, Figure, Heading, Paragraph
from polyleaf.model.message import Text
from polyleaf.model.wording import quote
from polyleaf.pictures.saved import printable

_MUCH = 12
"""Elements that no box has."""

_SIDE_BY_SIDE = "A table that only puts things side by side was taken as one after the other"
_NARROW = (10.0, 140.0)
"""Millimetres of a picture that is kept narrower than the line."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A leaflet in the making.

    Attributes:
        title: Its title in Markdown; "" if none was found.
        summary: The sentence below the title; "" if there is none.
        pieces: Its blocks, and the notes between them.
        pictures: The files of its pictures, by their names in the leaflet.
        notices: What was not taken, or not as it was.
        implied: Words that polyleaf prints by itself, such as titles of boxes.
    """

    title: str
    summary: str
    pieces: tuple[Piece, ...]
    pictures: Mapping[str, bytes]
    notices: tuple[Notice, ...]
    implied: tuple[str, ...] = ()


def shaped(gathered: Gathered, titles: Mapping[str, str]) -> Shaped:
    """The leaflet that a document is.

    Args:
        gathered: The document.
        titles: What polyleaf prints over each kind of box in the language of the document.
    """
    return _Shaper(titles, usual_size(gathered.elements)).shape(gathered)


@dataclass
class _Shaper:
    titles: Mapping[str, str]
    usual: float
    pictures: dict[str, bytes] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    implied: list[str] = field(default_factory=list)

    def shape(self, gathered: Gathered) -> Shaped:
        said = tuple(without_contents(tuple(self._spread(gathered.elements)), self.notices))
        found = headed(as_meant(said))
        for line in found.guessed:
            if line is not found.title:
                self._tell(f"{quote(line.text)} was taken for a heading, by its letters", line.place)
        if found.lowered:
            self._tell("There were headings of more than three levels; the deepest are one now")
        self._tell_marks(found.elements)
        pieces: list[Piece] = []
        for group in groups(referred(found.elements, self.notices)):
            blocks = tuple(self._group(group))
            pieces += self.notes
            self.notes.clear()
            pieces += blocks
        title = heading_of(found.title.runs) if found.title else ""
        summary = heading_of(found.summary.runs) if found.summary else ""
        return Shaped(
            title, summary, tuple(pieces), self.pictures, (*gathered.notices, *self.notices), tuple(self.implied)
        )

    def _tell(self, what: str, place: str = "") -> None:
        self.notices.append(Notice(what, place))

    def _tell_marks(self, elements: tuple[Element, ...]) -> None:
        """Marks that somebody typed and that are numbers here: what a text refers to by them."""
        typed = [line for line in lines_in(elements) if line.mark is not None and line.mark.typed]
        letters = [line for line in typed if line.mark and line.mark.typed[0].isalpha()]
        for line in letters[:1]:
            self._tell("A list has letters for marks; here it has numbers: look at “see (b)” in the text", line.place)
        for line in [line for line in typed if line not in letters][:1]:
            self._tell(
                "A list has numbers such as 1.1; here inner lists count anew: look at “see 1.1” in the text", line.place
            )
        self.implied += [line.mark.typed.partition(".")[0] for line in typed if line.mark]

    def _spread(self, elements: Sequence[Element]) -> Iterator[Element]:
        """The elements with what stands in a frame that is only the layout of a page in the place of the frame."""
        for element in elements:
            match element:
                case Grid() if is_layout(element) or _is_page([cell.elements for row in element.rows for cell in row]):
                    self._tell(_SIDE_BY_SIDE, element.place)
                    for cell in (cell for row in element.rows for cell in row if not cell.continues):
                        yield from self._spread(cell.elements)
                case Frame() if _is_page([element.elements]):
                    self._tell("A text box with much in it was taken as text", element.place)
                    yield from self._spread(element.elements)
                case _:
                    yield element

    def _group(self, group: Sequence[Element]) -> Iterator[Block[Text]]:  # noqa: C901 - one case an element
        first = group[0]
        match first:
            case Line(frame=frame) if frame:
                lines = [replace(one, frame="") if isinstance(one, Line) else one for one in group]
                names = " ".join(sorted({one.style for one in group if isinstance(one, Line)}))
                yield from self._box(lines, names, first.place, is_quiet=frame.startswith("ground"))
            case Line(mark=mark) if mark is not None:
                yield from nested(group, self._inner)
            case Frame():
                yield from self._box(first.elements, first.style, first.place, is_quiet=True)
            case Grid():
                yield from self._grid(first)
            case Line(role=Role.CAPTION) if len(group) > 1 and isinstance(group[1], Grid):
                yield from self._grid(replace(group[1], title=first.text))
            case Picture() | Line(role=Role.CAPTION) if len(group) > 1:
                yield from self._figure(group)
            case Picture():
                yield from self._figure((first,))
            case Remark(text):
                self.notes.append(Note(clean(text)))
            case Line(level=level) if level:
                words = heading_of(first.runs)
                if words:
                    yield Heading(level, text_of(words, first.place))
            case Line():
                yield from self._paragraph(first)

    def _inner(self, elements: Sequence[Element]) -> tuple[Block[Text], ...]:
        """Blocks inside a list, a box or a cell: no headings."""
        plain = [replace(one, level=0, role=Role.TEXT if one.role is not Role.CAPTION else one.role,
                         runs=tuple(replace(run, bold=True) for run in one.runs) if one.level else one.runs)
                 if isinstance(one, Line) else one for one in elements]  # fmt: skip
        return tuple(block for group in groups(plain) for block in self._group(group))

    def _paragraph(self, line: Line) -> Iterator[Block[Text]]:
        markdown = markdown_of(line.runs, stress=not _is_all_stressed(line))
        if markdown:
            yield Paragraph(text_of(markdown, line.place))

    def _figure(self, group: Sequence[Element]) -> Iterator[Block[Text]]:
        picture = next(one for one in group if isinstance(one, Picture))
        caption = next((one for one in group if isinstance(one, Line)), None)
        words = markdown_of(caption.runs, stress=False) if caption else ""
        made = printable(picture.data)
        if made is None:
            kind = picture.name.rpartition(".")[2].upper()[:8]
            told = f"A picture of a kind that is not printed ({kind}): save it as PNG or SVG, and put it in"
            self._tell(f"{told}{': ' + quote(picture.alt) if picture.alt else ''}", picture.place)
            self.notes.append(Note(f"A picture was here ({kind}), which could not be taken. {picture.alt}"))
            if words and caption is not None:
                yield Paragraph(text_of(words, caption.place))
            return
        data, suffix = made
        name = next((key for key, known in self.pictures.items() if known == data), "")
        name = name or f"images/picture-{len(self.pictures) + 1}.{suffix}"
        self.pictures[name] = data
        alt = (
            text_of(markdown_of((Run(picture.alt.replace("\n", " ")),)), picture.place, "alt")
            if picture.alt.strip()
            else None
        )
        said = text_of(words, picture.place, "caption") if words else None
        narrow = PictureWidth(round(picture.width), in_mm=True) if _NARROW[0] <= picture.width <= _NARROW[1] else None
        yield Figure(name, alt, said, (), text_of("", picture.place).location, narrow)

    def _box(
        self, elements: Sequence[Element], names: str, place: str, *, is_quiet: bool, told: str = ""
    ) -> Iterator[Block[Text]]:
        elements = [one for one in elements if not (isinstance(one, Line) and not one.text.strip())]
        if not elements:
            return
        first = elements[0]
        heading = first.text if isinstance(first, Line) else ""
        self.implied.append(names)  # the kind of the box says them
        kind, guessed = box_kind(f"{names} {told}", heading, self.titles, is_quiet=is_quiet)
        title = None
        if isinstance(first, Line) and len(elements) > 1 and (first.level or looks_like_heading(first, self.usual)):
            title = text_of(heading_of(first.runs), first.place)
            elements = elements[1:]
        blocks = self._inner(elements)
        if not blocks:
            return
        if guessed:
            self._tell(f"A frame was taken for a box of the kind {kind}: say {kind}, or another, in its braces", place)
        if title is not None and title.msgid.rstrip(":! ").casefold() == self.titles.get(kind.name, "").casefold():
            self.implied.append(first.text if isinstance(first, Line) else "")
            title = None
        yield Box(kind, title, blocks)

    def _grid(self, grid: Grid) -> Iterator[Block[Text]]:
        cells = [cell for row in grid.rows for cell in row if not cell.continues]
        if len(cells) == 1:
            yield from self._box(cells[0].elements, "", grid.place, is_quiet=False, told=grid.kind)
            return
        grid = titled(grid)
        table = plain_table(grid, self._inner, self.notices)
        title = " ".join(grid.title.split())
        if table is not None and title:
            yield Box(BOXES["table"], text_of(markdown_of((Run(title),)), grid.place), (table,))
        elif table is not None:
            yield table
        elif title:
            yield Paragraph(text_of(markdown_of((Run(title),)), grid.place))
        pictures = [one for cell in cells for one in pictures_in(cell.elements)]
        if table is None:
            self._tell(_SIDE_BY_SIDE, grid.place)
            for cell in cells:
                yield from self._inner(cell.elements)
        elif pictures:
            self._tell("Pictures in a table stand below it now: a table holds words", grid.place)
            for picture in pictures:
                yield from self._figure((picture,))


def _is_page(cells: Sequence[Sequence[Element]]) -> bool:
    """Whether a single cell or text box holds a page of text, with headings of its own."""
    return len(cells) == 1 and (
        len(cells[0]) > _MUCH or any(isinstance(one, Line) and one.level for one in cells[0][1:])
    )


def _is_all_stressed(line: Line) -> bool:
    said = [run for run in line.runs if run.text.strip()]
    return bool(said) and all(run.stressed and not run.bold for run in said)
