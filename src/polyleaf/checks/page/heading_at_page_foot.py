from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.breaks import heads_blank_row, heads_shapes, in_table_head, lowest_block
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.writing import folded
from polyleaf.checks.samples.page import GOOD, HEADING, a_line, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.inline import plain


def headings_at_foot(layout: FileLayout) -> Spots:
    """Every page but the last that ends with a heading, or with the head of a table."""
    for page in layout.pages[:-1]:
        lowest = lowest_block(page)
        if lowest is None or heads_shapes(lowest, page, layout):
            continue
        if lowest.heading or (in_table_head(lowest, layout) and not heads_blank_row(lowest, layout)):
            yield Spot(1, page.number, lowest.text)


RULE = Rule("Headings at the foot of a page", "", 0, headings_at_foot, "CCLVI; ACB", counted=True)


@check(
    "page/heading-at-page-foot",
    severity=Severity.ERROR,
    rationale="""
        A heading says what comes; at the foot of a page it says it of nothing, and the text overleaf has no heading.
    """,
    references=(
        "CCLVI and ACB large print guidelines",
        "NHS Formatting (2026): headings help readers find their place",
    ),
    example=Example(
        bad="The heading Risks as the last line of page 3", good="Risks at the head of page 4, with its text"
    ),
    rules=(RULE,),
    good=lambda: pages_of(
        GOOD,
        (
            a_line("Risks", 0, element=HEADING, size=26.0),
            *a_paragraph_of("Your knee", "may hurt", "afterwards.", first=2),
        ),
    ),
    bad=lambda: pages_of(
        (*GOOD, a_line("Risks", 3, element=HEADING, size=26.0)), a_paragraph_of("Your knee", "may hurt", "afterwards.")
    ),
)
def heading_at_page_foot(subject: PrintedDocument) -> Faults:
    """A page ends with a heading."""
    for broken in RULE.broken(subject):
        yield broken.fault(f"The page ends with the heading {broken.words}", _way_out(subject, broken.spot))


def _way_out(subject: PrintedDocument, spot: Spot) -> str:
    if folded(spot.words) in folded(plain(subject.document.title.inlines)):
        return "Shorten the title, or choose a smaller size of type: with what stands over it, it fills the page"
    return "Shorten what follows the heading, or split it: it is too high to begin on that page"
