"""``page/last-page-nearly-empty``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import LAST_PAGE
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, PARAGRAPH, a_line, a_paragraph_of, pages_of
from polyleaf.checks.wording import count
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/last-page-nearly-empty",
    severity=Severity.WARNING,
    rationale="""
        A sheet with two lines on it gets lost, is not copied, or looks like a fault of the printer, and costs as much
        as a full one.
    """,
    references=(
        "polyleaf: every page break is meant",
        "Ghent Workgroup 2022, R0005: no empty page",
    ),
    example=Example(
        bad="A last page with the end of one sentence", good="A last page with a paragraph, or one page fewer"
    ),
    good=lambda: pages_of(GOOD, a_paragraph_of("Tell us", "what you", "think.", element=PARAGRAPH + 1)),
    bad=lambda: pages_of(GOOD, (a_line("with you.", element=PARAGRAPH + 1),)),
)
def last_page_nearly_empty(subject: PrintedDocument) -> Iterator[Fault]:
    """The last page has two lines or fewer."""
    for broken in LAST_PAGE.broken(subject):
        spot = broken.spot
        lines = count(int(spot.value), "line")
        yield Fault(
            f"The last page has {lines}{and_more(broken.others)}: {told(spot.words)}",
            place(subject, spot.page),
            "Shorten the text by so much, or keep more of it together on the last page",
        )
