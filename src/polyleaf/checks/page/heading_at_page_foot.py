"""``page/heading-at-page-foot``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import HEADINGS_AT_FOOT
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, HEADING, a_line, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/heading-at-page-foot",
    severity=Severity.ERROR,
    rationale="""
        A heading says what comes; at the foot of a page it says it of nothing, and the text overleaf has no heading.
    """,
    references=(
        "CCLVI and ACB large print guidelines",
        "NHS Formatting (2026): headings help readers find their place",
    ),
    example=Example(
        bad="The heading Risks as the last line of page 3", good="Risks at the head of page 4, with its text"
    ),
    good=lambda: pages_of(
        GOOD,
        (
            a_line("Risks", 0, element=HEADING, size=26.0),
            *a_paragraph_of("Your knee", "may hurt", "afterwards.", first=2),
        ),
    ),
    bad=lambda: pages_of(
        (*GOOD, a_line("Risks", 3, element=HEADING, size=26.0)), a_paragraph_of("Your knee", "may hurt", "afterwards.")
    ),
)
def heading_at_page_foot(subject: PrintedDocument) -> Iterator[Fault]:
    """A page ends with a heading."""
    for broken in HEADINGS_AT_FOOT.broken(subject):
        spot = broken.spot
        yield Fault(
            f"The page ends with the heading {told(spot.words)}{and_more(broken.others)}",
            place(subject, spot.page),
            "Use break-after: avoid for headings, and let long boxes break",
        )
