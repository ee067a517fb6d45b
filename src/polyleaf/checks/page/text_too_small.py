"""``page/text-too-small``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.pages import is_blank, place
from polyleaf.checks.samples.printed import printed, text_run
from polyleaf.checks.wording import quote
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity

_ROUNDING = 0.05
"""In pt."""


@check(
    "page/text-too-small",
    severity=Severity.ERROR,
    rationale="""
        Who asks for large print cannot read the small line either, and it is often the one with the phone number, the
        page number or the label in the drawing. The size of an edition is that of its smallest text.
    """,
    references=(
        "UKAAF G003 (2019): page numbers, labels and captions in the same size",
        "ACB large print guidelines (2022)",
    ),
    example=Example(bad="A caption of 12 pt in the 18 pt edition", good="A caption of 18 pt"),
    good=lambda: printed(text_run(size=18.0)),
    bad=lambda: printed(text_run(size=12.0)),
)
def text_too_small(subject: PrintedDocument) -> Iterator[Fault]:
    """Text is smaller than the edition promises."""
    least = subject.edition.size
    for page in subject.facts.pages:
        small = [run for run in page.runs if not is_blank(run) and not run.size >= least - _ROUNDING]
        if small:
            worst = min(small, key=lambda run: run.size)
            yield Fault(
                f"{quote(worst.text)} is {worst.size:.1f} pt, the edition {subject.edition.name} promises {least:g} pt",
                place(subject, page.number),
                "In a style sheet use no size below --size-body; in a drawing use the text size of the leaflet",
            )
