"""``page/hyphen-at-line-end``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import HYPHENS
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import a_page_of, a_paragraph_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/hyphen-at-line-end",
    severity=Severity.ERROR,
    rationale="""
        Readers who see a few letters at a time cannot put a split word together again. A word that is written with a
        hyphen should not be split at it either.
    """,
    references=(
        "UKAAF G003 (2019): do not split words",
        "RNIB Clear Print",
    ),
    example=Example(bad="The doctor watches the x-\nray pictures.", good="The doctor watches the\nx-ray pictures."),
    good=lambda: a_page_of(*a_paragraph_of("The doctor watches the", "x-ray pictures.")),
    bad=lambda: a_page_of(*a_paragraph_of("The doctor watches the x-", "ray pictures.")),
)
def hyphen_at_line_end(subject: PrintedDocument) -> Iterator[Fault]:
    """A line ends with a hyphen in the middle of a word."""
    for broken in HYPHENS.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} ends with a hyphen{and_more(broken.others)}",
            place(subject, spot.page),
            "Use hyphens: manual; write a hyphen that must hold with U+2011",
        )
