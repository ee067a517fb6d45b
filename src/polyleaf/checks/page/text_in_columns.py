from collections.abc import Sequence

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, PageLayout, Spot, Spots
from polyleaf.checks.measures.rules import Limits, Rule
from polyleaf.checks.measures.text_blocks import Block
from polyleaf.checks.samples.page import GOOD, PARAGRAPH, a_page_of, a_paragraph_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Rect

_COLUMN_LINES = 3
"""So many lines make running text; fewer may stand beside each other (a name and a language)."""


def columns(layout: FileLayout) -> Spots:
    """How many blocks of running text stand side by side, page by page; cells of tables are not running text."""
    for page in layout.pages:
        running = [block for block in page.body if len(block.lines) >= _COLUMN_LINES and not layout.in_table(block)]
        yield max((_beside(block, running, page) for block in running), default=Spot(1, page.number, ""))


def _beside(block: Block, others: Sequence[Block], page: PageLayout) -> Spot:
    left, bottom, right, top = _extent(block)
    number = 1
    for other in others:
        low = _extent(other)
        side_by_side = low[2] <= left or low[0] >= right
        if side_by_side and min(top, low[3]) - max(bottom, low[1]) > block.lines[0].size:
            number += 1
    return Spot(number, page.number, block.text)


def _extent(block: Block) -> Rect:
    return (
        min(line.left for line in block.lines),
        min(line.baseline for line in block.lines),
        max(line.right for line in block.lines),
        max(line.baseline for line in block.lines),
    )


RULE = Rule("Columns of text", "", Limits(None, 1, 1), columns, "UKAAF G003; ACB (2022)")


@check(
    "page/text-in-columns",
    severity=Severity.ERROR,
    rationale="""
        Who sees part of a page at a time reads across the gap into the next column. Columns also make lines short and
        ragged in large print.
    """,
    references=("UKAAF G003 (2019): one column", "ACB large print guidelines (2022)"),
    example=Example(bad="columns: 2 in the 18 pt edition", good="One column"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(
        *a_paragraph_of("You can go", "home on the", "same day.", width=150.0),
        *a_paragraph_of("Somebody", "must drive", "you home.", left=320.0, width=150.0, element=PARAGRAPH + 1),
    ),
)
def text_in_columns(subject: PrintedDocument) -> Faults:
    """Large print is set in columns."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.value:g} columns of text, one beside {broken.words}",
            "Write the parts one below the other; see columns and float in style sheets of your own",
        )
