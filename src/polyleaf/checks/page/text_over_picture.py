"""``page/text-over-picture``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import OVER_PICTURES
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of, a_shape
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity
from polyleaf.model.pdf_facts import Paint


@check(
    "page/text-over-picture",
    severity=Severity.ERROR,
    rationale="""
        Letters over a picture, a pattern or a line of a drawing have no even ground: parts of them vanish. Labels stand
        beside what they name.
    """,
    references=(
        "RNIB Clear Print: nothing printed over pictures",
        "WCAG 2.2, 1.4.5",
    ),
    example=Example(
        bad="A label in the middle of a photograph", good="A label beside the drawing, with a line to what it names"
    ),
    good=lambda: a_page_of(*GOOD, shapes=(a_shape((100.0, 300.0, 300.0, 600.0), paint=Paint.PICTURE),)),
    bad=lambda: a_page_of(
        a_line("Somebody must drive you."), shapes=(a_shape((100.0, 600.0, 300.0, 800.0), paint=Paint.PICTURE),)
    ),
)
def text_over_picture(subject: PrintedDocument) -> Iterator[Fault]:
    """Text is printed over a picture."""
    for broken in OVER_PICTURES.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} is printed over a picture{and_more(broken.others)}",
            place(subject, spot.page),
            "Put text beside pictures; move a label clear of the lines of its drawing",
        )
