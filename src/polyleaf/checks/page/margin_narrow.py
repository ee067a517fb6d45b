"""``page/margin-narrow``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import MARGIN
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/margin-narrow",
    severity=Severity.WARNING,
    rationale="""
        White space holds the text together. Readers hold large print with the thumbs on the page, or put it under a
        magnifier that needs room at the sides.
    """,
    references=(
        "Australian large print guideline: about 25 mm",
        "ACB large print guidelines (2022): 1 inch at the top and sides",
    ),
    example=Example(bad="Text that begins 17 mm from the edge", good="Text that begins 25 mm from the edge"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", left=48.0)),
)
def margin_narrow(subject: PrintedDocument) -> Iterator[Fault]:
    """A margin is narrower than 20 mm."""
    for broken in MARGIN.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} stands {spot.value:.1f} mm from the edge of the page, {broken.limit:g} mm are meant"
            f"{and_more(broken.others)}",
            place(subject, spot.page),
            "Widen the margin of the edition, or the text area in the style sheet",
        )
