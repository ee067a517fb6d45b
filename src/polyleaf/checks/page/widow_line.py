"""``page/widow-line``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import LINES_AFTER_BREAK
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import PARAGRAPH, a_line, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/widow-line",
    severity=Severity.WARNING,
    rationale="""
        The last line of a sentence alone at the head of a page is overlooked, or read without what it belongs to.
    """,
    references=("CCLVI and ACB large print guidelines: no widows",),
    example=Example(bad="The last line of a paragraph at the head of a page", good="Two lines or more, or none"),
    good=lambda: pages_of(
        a_paragraph_of("You can go home on", "the same day. Somebody"),
        a_paragraph_of("must drive you, and stay", "with you, and cook for", "you."),
    ),
    bad=lambda: pages_of(
        a_paragraph_of("You can go home on", "the same day."),
        (
            a_line("Somebody must drive."),
            *a_paragraph_of("Eat what you like,", "and drink.", first=2, element=PARAGRAPH + 1),
        ),
    ),
)
def widow_line(subject: PrintedDocument) -> Iterator[Fault]:
    """A page begins with the last line of a paragraph."""
    for broken in LINES_AFTER_BREAK.broken(subject):
        spot = broken.spot
        yield Fault(
            f"The page begins with the last line of a paragraph: {told(spot.words)}{and_more(broken.others)}",
            place(subject, spot.page),
            "Use widows: 2 in the style sheet",
        )
