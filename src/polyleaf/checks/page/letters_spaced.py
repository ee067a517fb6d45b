"""``page/letters-spaced``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import LETTER_SPACE
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/letters-spaced",
    severity=Severity.WARNING,
    rationale="""
        Spaced letters fall apart into single signs, squeezed ones run into each other. The font's own spacing is what
        its letters were drawn for.
    """,
    references=(
        "RNIB Clear Print: even spacing",
        "WCAG 2.2, 1.4.12: spacing is for the reader to set",
    ),
    example=Example(bad="letter-spacing: 2pt", good="letter-spacing: normal"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Important", letter_space=0.11)),
)
def letters_spaced(subject: PrintedDocument) -> Iterator[Fault]:
    """Space is put between letters, or taken away."""
    for broken in LETTER_SPACE.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} has letters moved by {spot.value:.2f} em{and_more(broken.others)}",
            place(subject, spot.page),
            "Remove letter-spacing from the style sheet",
        )
