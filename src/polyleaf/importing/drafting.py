"""A whole ``leaflet.md``: front matter, notes, text."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from polyleaf.importing.about import About
from polyleaf.importing.blocks_out import Note, Piece, markdown_lines
from polyleaf.importing.gathered import Run
from polyleaf.importing.inline_out import clean, markdown_of
from polyleaf.importing.proposals import declared
from polyleaf.model.facts import Fact
from polyleaf.model.foreign import one_line

_YEARS = 2
_SAFE = re.compile(r"[^\W\d_][\w ,.()’'/&–-]*")
_WORDS_OF_YAML = re.compile(r"(?i)true|false|yes|no|on|off|null|none|y|n")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a new leaflet is made of.

    Attributes:
        title: In Markdown.
        summary: In Markdown; "" for none.
        about: What the document says about itself.
        code: Its code, or one that nobody has.
        pieces: Its text.
        facts: Its facts by name.
        references: What it rests on, in Markdown.
        notes: Notes above the text: headers, footers.
        contacts: Contacts of the project.
    """

    title: str
    summary: str
    about: About
    code: str
    pieces: Sequence[Piece]
    facts: Mapping[str, Fact]
    references: Sequence[str]
    notes: Sequence[str]
    contacts: Sequence[str] = ()


def leaflet_text(draft: Draft, today: datetime.date) -> str:
    """The leaflet as a file.

    Args:
        draft: What it is made of.
        today: Stands for dates that the document does not say.
    """
    front = [*_front(draft, today), "---"]
    notes = [Note(text) for text in draft.notes]
    body = markdown_lines((*notes, *draft.pieces))
    return "\n".join(("---", *front, *body, ""))


def dates_of(about: About, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Dates of publication and review: a leaflet needs both, and the second is later."""
    review = about.review_by
    published = about.published or (today if review is None or review > today else _years(review, -_YEARS))
    if review is None or review <= published:
        review = review if review is not None and about.published is not None else _years(published, _YEARS)
    return published, review


def _years(day: datetime.date, years: int) -> datetime.date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def _front(draft: Draft, today: datetime.date) -> Iterator[str]:
    published, review = dates_of(draft.about, today)
    yield f"title: {yaml_text(draft.title)}"
    if draft.summary:
        yield f"summary: {yaml_text(draft.summary)}"
    yield f"code: {yaml_text(draft.code)}"
    yield f"version: {json.dumps(draft.about.version or '0.1')}"
    yield f"published: {published}"
    yield f"review_by: {review}"
    yield f"owner: {yaml_text(draft.about.owner or 'Your department')}"
    if draft.contacts:
        yield f"contacts: [{', '.join(draft.contacts)}]"
    if draft.references:
        yield "references:"
        yield from (f"  - {json.dumps(reference, ensure_ascii=False)}" for reference in draft.references)
    if draft.facts:
        yield "facts:"
        yield from (f"  {name}: {declared(fact)}" for name, fact in draft.facts.items())


def yaml_text(words: str) -> str:
    """Words as a value of the front matter, in quotes where they need them."""
    line = one_line(clean(words))
    if _SAFE.fullmatch(line) and not _WORDS_OF_YAML.fullmatch(line):
        return line
    return json.dumps(line, ensure_ascii=False)


def reference_of(runs: Sequence[Run]) -> str:
    """An endnote as a reference."""
    return one_line(markdown_of(runs).replace("\\\n", " "))
