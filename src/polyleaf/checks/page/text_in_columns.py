"""``page/text-in-columns``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import COLUMNS
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, PARAGRAPH, a_page_of, a_paragraph_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/text-in-columns",
    severity=Severity.ERROR,
    rationale="""
        Who sees part of a page at a time reads across the gap into the next column. Columns also make lines short and
        ragged in large print.
    """,
    references=(
        "UKAAF G003 (2019): one column",
        "ACB large print guidelines (2022)",
    ),
    example=Example(bad="columns: 2 in the 18 pt edition", good="One column"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(
        *a_paragraph_of("You can go", "home on the", "same day.", width=150.0),
        *a_paragraph_of("Somebody", "must drive", "you home.", left=320.0, width=150.0, element=PARAGRAPH + 1),
    ),
)
def text_in_columns(subject: PrintedDocument) -> Iterator[Fault]:
    """Large print is set in columns."""
    for broken in COLUMNS.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{spot.value:g} columns of text, one beside {told(spot.words)}{and_more(broken.others)}",
            place(subject, spot.page),
            "Use one column for editions from 16 pt",
        )
