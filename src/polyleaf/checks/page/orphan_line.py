"""``page/orphan-line``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import LINES_BEFORE_BREAK
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import a_line, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/orphan-line",
    severity=Severity.WARNING,
    rationale="""
        A sentence that is torn after its first line is read as if it ended there.
    """,
    references=("CCLVI and ACB large print guidelines: no orphans",),
    example=Example(bad="One line of a paragraph at the foot of a page", good="Two lines or more, or none"),
    good=lambda: pages_of(
        a_paragraph_of("You can go home on", "the same day. Somebody"),
        a_paragraph_of("must drive you, and stay", "with you, and cook for", "you."),
    ),
    bad=lambda: pages_of(
        (a_line("You can go home on"),),
        a_paragraph_of("the same day. Somebody", "must drive you, and stay", "with you."),
    ),
)
def orphan_line(subject: PrintedDocument) -> Iterator[Fault]:
    """A page ends with the first line of a paragraph."""
    for broken in LINES_BEFORE_BREAK.broken(subject):
        spot = broken.spot
        yield Fault(
            f"The page ends with the first line of a paragraph: {told(spot.words)}{and_more(broken.others)}",
            place(subject, spot.page),
            "Use orphans: 2 in the style sheet",
        )
