"""``page/text-beyond-margin``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import BEYOND_MARGIN
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/text-beyond-margin",
    severity=Severity.ERROR,
    rationale="""
        A word, a fact or an address that is too long for its line runs on over the edge of its column. On another
        edition or in another language the same text runs off the paper.
    """,
    references=(
        "polyleaf: nothing may be silently wrong",
        "UKAAF G003 (2019): white space around the text",
    ),
    example=Example(
        bad="A title whose longest word is wider than the page",
        good="A title that is set smaller, or a word that may break",
    ),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", width=470.0)),
)
def text_beyond_margin(subject: PrintedDocument) -> Iterator[Fault]:
    """Text runs into a side margin."""
    for broken in BEYOND_MARGIN.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} runs {spot.value:.1f} mm into the margin{and_more(broken.others)}",
            place(subject, spot.page),
            "Let long words break (overflow-wrap), set them smaller, or hang bullets inside the column",
        )
