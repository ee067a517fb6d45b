from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import breaks
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import CELL, GOOD, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule("Table rows cut by a page break", "", 0, breaks.torn_rows, "CCLVI; RNIB Clear Print", counted=True)


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
            "Use break-inside: avoid for table rows; make a cell shorter if it fills a page",
        )
