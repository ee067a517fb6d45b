"""``page/margin-too-narrow``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import MARGIN_LEAST
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/margin-too-narrow",
    severity=Severity.ERROR,
    rationale="""
        At the edge a thumb covers words, a punch goes through them, and a copier may not print them.
    """,
    references=(
        "Australian large print guideline: about 25 mm",
        "ACB large print guidelines (2022): 1 inch at the top and sides",
    ),
    example=Example(bad="Text that begins 10 mm from the edge", good="Text that begins 25 mm from the edge"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", left=30.0)),
)
def margin_too_narrow(subject: PrintedDocument) -> Iterator[Fault]:
    """A margin is narrower than 15 mm."""
    for broken in MARGIN_LEAST.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} stands {spot.value:.1f} mm from the edge of the page, less than {broken.limit:g} mm"
            f"{and_more(broken.others)}",
            place(subject, spot.page),
            "Widen the margin of the edition; break or shorten a word that does not fit its line",
        )
