"""``page/joined-letters-spaced``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import JOINED_SPACE
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/joined-letters-spaced",
    severity=Severity.ERROR,
    rationale="""
        Arabic, Bengali, Devanagari and Gurmukhi letters hold together; the join is part of the letter. Space between
        them breaks words into pieces that nobody can read.
    """,
    references=(
        "W3C Arabic Layout Requirements (alreq)",
        "polyleaf: measured with the layout engine",
    ),
    example=Example(bad="letter-spacing: 1pt on an Urdu heading", good="letter-spacing: normal"),
    good=lambda: a_page_of(a_line("گھٹنے کا اسکین")),
    bad=lambda: a_page_of(a_line("گھٹنے کا اسکین", letter_space=0.05)),
)
def joined_letters_spaced(subject: PrintedDocument) -> Iterator[Fault]:
    """Space is put between letters that join."""
    for broken in JOINED_SPACE.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} has its letters torn apart by {spot.value:.2f} em{and_more(broken.others)}",
            place(subject, spot.page),
            "Remove letter-spacing from the style sheet",
        )
