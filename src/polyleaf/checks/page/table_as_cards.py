from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.language import ENGLISH
from polyleaf.checks.samples.printed import printed
from polyleaf.checks.samples.text import text
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.document import LocalizedText
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Table
from polyleaf.model.message import TextState
from polyleaf.model.spoken import words
from polyleaf.model.tag_tree import TagElement, TagTree


def _a_table(*, printed_as: str) -> PrintedDocument:
    cells = tuple(
        LocalizedText(one.inlines, ENGLISH, TextState.SOURCE, one) for one in (text("Day", line=20), text("Time"))
    )
    row = TagElement("TR", kids=(TagElement("TH", kids=("Day",)), TagElement("TD", kids=("Time",))))
    title = TagElement("H1", kids=("Knee scan",))
    table = TagElement(printed_as, kids=(row, row))
    subject = printed(tags=TagTree(TagElement("Document", kids=(title, table)), (), 0))
    return replace(subject, document=replace(subject.document, blocks=(Table(cells, (cells,)),)))


@check(
    "page/table-as-cards",
    severity=Severity.NOTE,
    rationale="""
        A table that is wider than the paper would lose its last columns, so each of its rows is printed as a card: the
        cells below each other, each with the heading of its column. All is there, in the same order; but who compares
        rows has to turn pages.
    """,
    references=("RNIB, Clear Print: tables in large print are set out as lists", "WCAG 2.2, 1.3.1 and 1.4.10"),
    example=Example(
        bad="A table with a column for each day of the week, in 24 pt", good="A table of two or three columns"
    ),
    good=lambda: _a_table(printed_as="Table"),
    bad=lambda: _a_table(printed_as="L"),
)
def table_as_cards(subject: PrintedDocument) -> Faults:
    """A table is too wide for the edition: its rows are printed as cards."""
    if subject.tags is None or subject.source is not None:
        return
    tables = [words(one.text) for one in subject.tags.root.walk() if one.role == "Table"]
    for block in walk_blocks(subject.document.blocks):
        if not isinstance(block, Table) or block.cards:
            continue
        head = [words(plain(cell.inlines)) for cell in block.header]
        if tables and all(cell in tables[0] for cell in head):
            tables.pop(0)
        else:
            yield Fault(
                "This table is too wide for its page: each row is a card",
                place(subject),
                "Nothing is lost. Fewer columns, or shorter words in them, keep it a table",
                block.header[0].source.location,
            )
