from itertools import pairwise

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.breaks import goes_on, in_table_head
from polyleaf.checks.measures.layout import FileLayout, PageLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.text_blocks import Block
from polyleaf.checks.samples.page import CELL, GOOD, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity


def torn_rows(layout: FileLayout) -> Spots:
    """Every row of a table that begins on one page and ends on the next."""
    for upper, lower in pairwise(layout.pages):
        rows, below = _rows(upper, layout), _rows(lower, layout)
        torn = rows.keys() & below.keys()
        if not torn and rows and below:  # a tree may have two rows where the page has one
            last, first = rows[max(rows)], below[min(below)]
            torn = {max(rows)} if any(goes_on(cell, rest, layout) for cell in last for rest in first) else set()
        for row in torn:
            yield Spot(1, upper.number, " ".join(cell.text for cell in rows[row]))


def _rows(page: PageLayout, layout: FileLayout) -> dict[int, list[Block]]:
    """The cells of each row on a page; rows of a table's head are repeated and do not count."""
    found: dict[int, list[Block]] = {}
    for block in page.body:
        row = layout.row(block)
        if row is not None and not in_table_head(block, layout):
            found.setdefault(row, []).append(block)
    return found


RULE = Rule("Table rows cut by a page break", "", 0, torn_rows, "CCLVI; RNIB Clear Print", counted=True)


@check(
    "page/table-row-split",
    severity=Severity.ERROR,
    rationale="""
        A row says one thing: what to stop, and when. Cut in two, each half says something else.
    """,
    references=("CCLVI large print guidelines", "RNIB Clear Print: what belongs together stands together"),
    example=Example(bad="Six hours before / the operation, on two pages", good="The whole row on the next page"),
    rules=(RULE,),
    good=lambda: pages_of(GOOD, a_paragraph_of("Stop eating six", "hours before the", "operation.", element=CELL)),
    bad=lambda: pages_of(
        a_paragraph_of("Stop eating six", "hours before the", element=CELL),
        a_paragraph_of("operation. You may", "drink water until", "two hours before.", element=CELL),
    ),
)
def table_row_split(subject: PrintedDocument) -> Faults:
    """A row of a table is cut by a page break."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"The row {broken.words} goes on over the page",
            "Shorten its cells, or make two rows of it",
        )
