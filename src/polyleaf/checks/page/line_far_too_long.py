"""``page/line-far-too-long``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import LINE_FAR_TOO_LONG, LINE_WIDE
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/line-far-too-long",
    severity=Severity.ERROR,
    rationale="""
        Lines this long are read wrongly even by people with good sight: the eye lands on another line and goes on
        there.
    """,
    references=(
        "WCAG 2.2, 1.4.8: 80 characters, 40 in Chinese, Japanese and Korean",
        "RNIB Clear Print: 60 to 70",
    ),
    example=Example(bad="14 pt text on a sheet of A3", good="14 pt text with a wider margin, 65 letters a line"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(
        a_line(
            "We will tell you on the telephone when and where to come, and what to bring with you then.", width=450.0
        )
    ),
)
def line_far_too_long(subject: PrintedDocument) -> Iterator[Fault]:
    """A line has more than 80 letters, or 40 Chinese, Japanese or Korean characters."""
    for rule in (LINE_FAR_TOO_LONG, LINE_WIDE):
        for broken in rule.broken(subject):
            spot = broken.spot
            yield Fault(
                f"{told(spot.words)} has {spot.value:g} characters, more than {broken.limit:g}"
                f"{and_more(broken.others)}",
                place(subject, spot.page),
                "Widen the margin of the edition, or narrow the text in the style sheet",
            )
