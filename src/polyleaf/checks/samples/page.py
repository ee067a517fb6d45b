"""Pages of the samples: lines in paragraphs, shapes beside them, one page or several."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from polyleaf.checks.samples.language import ENGLISH
from polyleaf.checks.samples.printed import A4, printed
from polyleaf.checks.samples.text import text
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.document import LocalizedText
from polyleaf.model.edition import Edition
from polyleaf.model.inline import FactWords
from polyleaf.model.leaflet import Paragraph
from polyleaf.model.message import TextState
from polyleaf.model.pdf_facts import Colour, Element, PageFacts, Paint, Rect, Shape, TextRun

ASCENT, DESCENT = 1.069, 0.293
"""Of Noto Sans, in ems."""

TREE = (
    Element("Document", None),
    *(Element("P", 0) for _ in range(4)),
    Element("H2", 0),
    Element("Table", 0),
    Element("TR", 6),
    Element("TD", 7),
    Element("Figure", 0),
)
"""The tag tree of every sample."""

PARAGRAPH, HEADING, CELL, FIGURE = 1, 5, 8, 9
"""Places in ``TREE``; three more paragraphs follow the first."""

LEFT, HIGHEST, SIZE, PITCH = 71.0, 740.0, 18.0, 27.0
"""Where text begins, in pt, how large it is and how far its lines are apart."""


def a_line(
    words: str,
    number: int = 0,
    *,
    element: int = PARAGRAPH,
    pitch: float = PITCH,
    left: float = LEFT,
    width: float = 0.0,
    size: float = SIZE,
    **changes: Any,  # noqa: ANN401 - fields of many types
) -> TextRun:
    """A line in the first font, ``number`` lines below the first; letters are half an em wide."""
    base = HIGHEST - number * pitch
    right = left + (width or 0.5 * size * len(words))
    run = TextRun(
        0,
        size,
        (left, base - DESCENT * size, right, base + ASCENT * size),
        0,
        words,
        artifact=False,
        baseline=base,
        glyphs=len(words),
        word_space=0.26,
        order=10 + number,
        element=element,
    )
    return replace(run, **changes)


def a_paragraph_of(*lines: str, first: int = 0, **changes: Any) -> tuple[TextRun, ...]:  # noqa: ANN401
    """Lines under each other; ``changes`` go to each."""
    return tuple(a_line(words, first + number, **changes) for number, words in enumerate(lines))


def a_shape(
    box: Rect,
    rgb: tuple[float, float, float] = (0.0, 0.0, 0.0),
    paint: Paint = Paint.FILL,
    **changes: Any,  # noqa: ANN401 - fields of many types
) -> Shape:
    """A rectangle painted before all text."""
    outline = (((box[0], box[1]), (box[2], box[3])),) if paint is Paint.STROKE else ()
    shape = Shape(paint, box, outline, False, Colour("DeviceRGB", rgb, rgb), 1.0, 1.0, 1, None)
    return replace(shape, **changes)


def pages_of(*pages: tuple[TextRun, ...], edition: Edition | None = None, **facts: Any) -> PrintedDocument:  # noqa: ANN401
    """The sample leaflet with these pages, in 18 pt; ``facts`` are fields of ``PageFacts``, the same on each page."""
    made = tuple(
        replace(PageFacts(number, A4, None, None, None, 0, runs), **facts) for number, runs in enumerate(pages, 1)
    )
    document = printed(pages=made, elements=TREE)
    return document if edition is None else replace(document, edition=edition)


def a_page_of(*runs: TextRun, **facts: Any) -> PrintedDocument:  # noqa: ANN401 - fields of many types
    """One page with these runs."""
    return pages_of(runs, **facts)


GOOD = a_paragraph_of("You can go home on the same day.", "Somebody must drive you.")
"""A paragraph that every check is content with."""


def with_text(words: str, *lines: str) -> PrintedDocument:
    """One page with a paragraph of these lines, of a leaflet that says these words."""
    source = text(words, line=20)
    subject = a_page_of(*a_paragraph_of(*lines))
    whole = LocalizedText(source.inlines, ENGLISH, TextState.SOURCE, source)
    return replace(subject, document=replace(subject.document, blocks=(Paragraph(whole),)))


def with_fact(fact: str, *lines: str) -> PrintedDocument:
    """One page with a paragraph of these lines, of a leaflet whose text has this fact in it."""
    source = text("Call us.", line=20)
    whole = LocalizedText((FactWords("phone", fact, isolate=True),), ENGLISH, TextState.SOURCE, source)
    subject = a_page_of(*a_paragraph_of(*lines))
    return replace(subject, document=replace(subject.document, blocks=(Paragraph(whole),)))
