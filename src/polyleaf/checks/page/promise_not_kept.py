from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import layout_of
from polyleaf.checks.measures.parts import lines_from, what_to_cut
from polyleaf.checks.measures.rules import GIANT, LARGE
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.page import GOOD, pages_of
from polyleaf.checks.samples.text import LEAFLET
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.leaflet import Promise
from polyleaf.model.wording import count

IN_LARGE = 2
"""Times the pages of clear print that large print may have."""


def promising(pages: int, subject: PrintedDocument) -> PrintedDocument:
    """The file, of a leaflet that promises so many pages in clear print."""
    promise = Promise(pages, Location(LEAFLET, line=9))
    return replace(subject, document=replace(subject.document, fit=promise))


@check(
    "page/promise-not-kept",
    severity=Severity.ERROR,
    rationale="""
        Whoever writes `fit: 2` gives the leaflet out as one sheet: a third page is not copied, or is lost. Large print
        may have twice as many pages; giant print and two languages point by point have as many as they need. Type
        never shrinks to keep a promise.
    """,
    references=("polyleaf: every page break is meant",),
    example=Example(bad="fit: 2, and three pages", good="fit: 2, and a text that fills two pages in every language"),
    good=lambda: promising(1, pages_of(GOOD, GOOD)),
    bad=lambda: promising(1, pages_of(GOOD, GOOD, GOOD)),
)
def promise_not_kept(subject: PrintedDocument) -> Faults:
    """A leaflet has more pages than its `fit` promises."""
    promise, size = subject.document.fit, subject.edition.size
    if promise is None or subject.source is not None or size >= GIANT:
        return
    most = promise.pages * subject.edition.pages_of_a_sheet // 2 * (IN_LARGE if size >= LARGE else 1)
    pages = len(subject.facts.pages)
    if pages > most:
        layout = layout_of(subject)
        lines = lines_from(layout, most + 1)
        yield Fault(
            f"The leaflet has {count(pages, 'page')}; at this size `fit: {promise.pages}` promises {most}: "
            f"{count(lines, 'line')} too many",
            place(subject, most + 1),
            what_to_cut(layout, lines),
            promise.location,
        )
