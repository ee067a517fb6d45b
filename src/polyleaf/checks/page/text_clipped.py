from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import overlaps
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule("Pieces of text cut off", "", 0, overlaps.clipped, "polyleaf: nothing silently wrong", counted=True)


@check(
    "page/text-clipped",
    severity=Severity.ERROR,
    rationale="""
        A box that is too small for its text hides the rest of it. In another language the text is longer, and what is
        lost may be the word that says not to.
    """,
    references=("polyleaf: nothing may be silently wrong", "WCAG 2.2, 1.4.4: no loss of content"),
    example=Example(bad="A table cell with overflow: hidden", good="A cell that grows with its text"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", clip=(71.0, 0.0, 200.0, 800.0))),
)
def text_clipped(subject: PrintedDocument) -> Faults:
    """Text is cut off."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} is cut off by its box", "Let the box grow: no fixed height or width, no overflow: hidden"
        )
