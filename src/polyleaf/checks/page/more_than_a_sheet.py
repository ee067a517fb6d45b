from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import layout_of
from polyleaf.checks.measures.parts import lines_from, what_to_cut
from polyleaf.checks.measures.rules import GIANT, LARGE
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.page import GOOD, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.leaflet import Layout
from polyleaf.model.wording import count


def on_one_sheet(subject: PrintedDocument) -> PrintedDocument:
    """The file, of a leaflet that is set to fit on one sheet."""
    return replace(subject, document=replace(subject.document, layout=Layout.SHEET))


@check(
    "page/more-than-a-sheet",
    severity=Severity.NOTE,
    rationale="""
        `layout: sheet` closes a leaflet up so that it fits on one sheet, printed on both sides, or on two in large
        print. Where the text is longer than that in some language, it goes on. With `fit: 2` that is an error.
    """,
    references=("polyleaf: every page break is meant",),
    example=Example(bad="A leaflet with `layout: sheet` of three pages", good="One of two pages"),
    told_by=("page/promise-not-kept",),
    good=lambda: on_one_sheet(pages_of(GOOD, GOOD, GOOD, GOOD)),
    bad=lambda: on_one_sheet(pages_of(GOOD, GOOD, GOOD, GOOD, GOOD)),
)
def more_than_a_sheet(subject: PrintedDocument) -> Faults:
    """A leaflet that should fit on one sheet takes more."""
    document, size = subject.document, subject.edition.size
    if document.layout is not Layout.SHEET or document.fit or subject.source is not None or size >= GIANT:
        return
    most = 2 if size >= LARGE else 1
    pages, on_a_sheet = len(subject.facts.pages), subject.edition.pages_of_a_sheet
    last = most * on_a_sheet
    if pages > last:
        layout = layout_of(subject)
        lines = lines_from(layout, last + 1)
        yield Fault(
            f"The leaflet takes {count(-(-pages // on_a_sheet), 'sheet')} of paper instead of {most}: "
            f"{count(lines, 'line')} too many",
            place(subject, last + 1),
            what_to_cut(layout, lines),
            Location(document.path),
        )
