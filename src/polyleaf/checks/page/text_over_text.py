"""``page/text-over-text``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import TEXT_OVER_TEXT
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, PARAGRAPH, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/text-over-text",
    severity=Severity.ERROR,
    rationale="""
        Two texts in one place cannot be read. It happens when a box overflows, or when labels that fit in one language
        are longer in another.
    """,
    references=(
        "polyleaf: nothing may be silently wrong",
        "WCAG 2.2, 1.4.4: no loss of content",
    ),
    example=Example(bad="Two labels of a drawing that overlap in German", good="Labels with room for longer words"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Needle"), a_line("Bone cement", left=100.0, element=PARAGRAPH + 1)),
)
def text_over_text(subject: PrintedDocument) -> Iterator[Fault]:
    """Text is set over other text."""
    for broken in TEXT_OVER_TEXT.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} stands on other text{and_more(broken.others)}",
            place(subject, spot.page),
            "Give the boxes room, or shorten the text",
        )
