from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import alignment
from polyleaf.checks.measures.rules import Limits, Rule
from polyleaf.checks.samples.page import GOOD, PARAGRAPH, a_page_of, a_paragraph_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule("Columns of text", "", Limits(None, 1, 1), alignment.columns, "UKAAF G003; ACB (2022)")


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
            f"{broken.value:g} columns of text, one beside {broken.words}", "Use one column for editions from 16 pt"
        )
