"""Brings a document of another program into a project: from the file to the text of a leaflet."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from polyleaf.errors import MachineError, UsageError
from polyleaf.files import read_bounded
from polyleaf.importing.about import About, about
from polyleaf.importing.blocks_out import Note
from polyleaf.importing.boxes import box_titles
from polyleaf.importing.contacts import contacts_told, known_contacts
from polyleaf.importing.drafting import Draft, dates_of, leaflet_text, reference_of
from polyleaf.importing.gathered import Gathered, Notice
from polyleaf.importing.lost import lost, shortened
from polyleaf.importing.office import as_word
from polyleaf.importing.opening import Kind, opened_file
from polyleaf.importing.plain_markdown import read_markdown
from polyleaf.importing.proposals import Proposal, proposals, with_facts
from polyleaf.importing.shaping import Shaped, shaped
from polyleaf.importing.spans import SpanFinder
from polyleaf.importing.walk import label_lines
from polyleaf.importing.web import read_web
from polyleaf.importing.word.changes import Changes
from polyleaf.importing.word.document import read_word
from polyleaf.model.block_texts import texts, walk_blocks
from polyleaf.model.document import Phrases
from polyleaf.model.foreign import one_line
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import ListBlock
from polyleaf.source.inline import parse_inline

_LAST_LINES = 12
"""Lines at the end of a document that may say its code and dates."""
_NO_TITLE = re.compile(
    r"(?:word )?(?:document|doc|dokument|template)[ _-]?\d*|untitled.*|title|microsoft word - .*", re.IGNORECASE
)
"""What programs write where nobody gave a title."""

_MOST_PICTURE = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read.

    Attributes:
        phrases: Words of the templates in the language of the leaflets.
        digits: How the project wants its digits.
        changes: What becomes of tracked changes.
        contacts: The numbers of the project's contacts, by their names there.
    """

    phrases: Phrases
    digits: str
    changes: Changes = Changes.ACCEPT
    contacts: Mapping[str, str] = field(default_factory=dict)

    @property
    def finder(self) -> SpanFinder:
        """Finds what could be facts."""
        return SpanFinder(self.phrases, self.digits)


@dataclass(frozen=True, slots=True)
class Brought:
    """A document that was read, before it is known which facts are taken.

    Attributes:
        shaped: Its text as blocks.
        about: What it says about itself.
        title: Its title.
        code: Its code, or one that nobody has.
        references: What it rests on.
        notes: Notes above the text.
        proposals: What could be facts.
        words: Every word of the document.
        locale: The language it says it is in.
        missing: What a leaflet needs and the document does not say.
        contacts: Contacts of the project whose numbers stand in it.
    """

    shaped: Shaped
    about: About
    title: str
    code: str
    references: tuple[str, ...]
    notes: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    words: str = field(repr=False)
    locale: str = ""
    missing: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A leaflet, ready to be written: its text, its pictures by name, and what there is to tell."""

    text: str
    pictures: Mapping[str, bytes]
    notices: tuple[Notice, ...]


def gathered_from(path: Path, shown_as: str, changes: Changes) -> Gathered:
    """What stands in a file.

    Raises:
        ImportRefusal: It cannot be brought in; the hint says what to do.
        MachineError: It cannot be read, or a program is missing.
    """
    kind, data = opened_file(path, shown_as)
    if kind is Kind.ODT:
        kind, data = Kind.WORD, as_word(data, path.suffix.lower() or ".odt", shown_as)

    def find(address: str) -> bytes | None:
        return _beside(path.parent, address)

    match kind:
        case Kind.WORD:
            return read_word(data, shown_as, changes)
        case Kind.HTML:
            return read_web(data, shown_as, changes, find)
        case _:
            return read_markdown(data, shown_as, changes, find)


def _beside(folder: Path, address: str) -> bytes | None:
    """A picture beside a page: nothing is fetched, and nothing outside the page's folder is opened."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE) or "\0" in address or not address:
        return None
    try:
        path = (folder / address.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]).resolve()
        return read_bounded(path, _MOST_PICTURE) if path.is_relative_to(folder.resolve()) else None
    except (OSError, ValueError, UsageError, MachineError):
        return None


def brought(gathered: Gathered, stem: str, reading: Reading, free_code: str) -> Brought:
    """The leaflet that a document becomes.

    Args:
        gathered: The document.
        stem: Name of its file, without the ending.
        reading: How documents are read.
        free_code: A code that no leaflet of the project has.
    """
    titles = box_titles(lambda msgid: reading.phrases.find(msgid)[0])
    made = shaped(gathered, titles)
    made = replace(made, notices=(*made.notices, *contacts_told(made.pieces, reading.contacts)))
    last = [line for line in label_lines(gathered.elements) if line.strip()][-_LAST_LINES:]
    said = about(gathered.margins, gathered.properties, last, reading.phrases.language)
    stated = one_line(gathered.properties.get("title", ""))
    stated = "" if _NO_TITLE.fullmatch(stated) else stated
    title = made.title or stated or one_line(re.sub(r"[-_]+", " ", stem)).strip().capitalize()
    notes = list(_notes(gathered, title))
    lacking = [name for name in ("code", "version", "published", "review_by", "owner") if getattr(said, name) is None]
    if not made.title:
        lacking.insert(0, "title")
    return Brought(
        made, said, title, said.code or free_code, tuple(reference_of(runs) for runs in gathered.references),
        tuple(notes), proposals(made.pieces, reading.finder), gathered.words, gathered.locale, tuple(lacking),
        known_contacts(made.pieces, reading.contacts),
    )  # fmt: skip


def _notes(gathered: Gathered, title: str) -> Iterator[str]:
    """What stands round the text: it is printed by polyleaf in another way, and not lost."""
    if gathered.margins:
        yield "Headers and footers of the document: " + " | ".join(one_line(line) for line in gathered.margins)
    kept = ("subject", "description", "keywords", "title", "summary")
    for key in kept:
        words = one_line(gathered.properties.get(key, ""))
        if words and words != title:
            yield f"Property “{key}” of the document: {words}"


def finished(made: Brought, taken: Sequence[Proposal], today: datetime.date) -> Written:
    """The leaflet with the facts that were taken; whatever word was lost on the way stands in a note.

    Args:
        made: The document.
        taken: Facts that were taken.
        today: Stands for dates that the document does not say.
    """
    facts = {one.name: one.fact for one in taken}
    pieces = with_facts(made.shaped.pieces, taken)
    draft = Draft(
        made.title, made.shaped.summary, made.about, made.code, pieces, facts, made.references, made.notes,
        made.contacts,
    )  # fmt: skip
    text = leaflet_text(draft, today)
    notices = [*made.shaped.notices, *_dates_told(made.about, today)]
    if missing := lost(made.words, _kept(made)):
        note = f"Words of the document that were not found again: {' '.join(missing)}"
        text = leaflet_text(replace(draft, notes=(*made.notes, note)), today)
        notices.append(
            Notice(f"These words have no place in the text, and stand in a note above it: {shortened(missing)}")
        )
    return Written(text, made.shaped.pictures, tuple(dict.fromkeys(notices)))


def _kept(made: Brought) -> Iterator[str]:
    """All that is said in the leaflet, before facts are taken: those print what stood there."""
    for markdown in (made.title, made.shaped.summary, *made.references):
        yield plain(parse_inline(markdown))
    yield from (*made.notes, *made.shaped.implied)
    yield from filter(None, (made.about.code, made.about.version, made.about.owner))
    yield from (day.strftime("%Y-%m-%d") for day in (made.about.published, made.about.review_by) if day)
    for piece in made.shaped.pieces:
        if isinstance(piece, Note):
            yield piece.text
            continue
        yield from (plain(text.inlines) for text in texts((piece,)))
        for block in walk_blocks((piece,)):
            if isinstance(block, ListBlock) and block.ordered:
                yield from (str(block.start + index) for index in range(len(block.items)))


def _dates_told(said: About, today: datetime.date) -> Iterator[Notice]:
    published, review = dates_of(said, today)
    if said.published is None:
        yield Notice(f"The document does not say when it was published: {published} stands there")
    if said.review_by is None:
        yield Notice(f"The document does not say when it is reviewed: {review} stands there")
    elif said.review_by != review:
        told_there = f"The document is to be reviewed by {said.review_by}, which is not after its publication"
        yield Notice(f"{told_there}: {review} stands there")
