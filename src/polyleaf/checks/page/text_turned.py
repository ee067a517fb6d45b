from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import styling
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Look

RULE = Rule("Text turned from the horizontal", "°", 0, styling.turned, "RNIB Clear Print", rounding=1.0)


@check(
    "page/text-turned",
    severity=Severity.ERROR,
    rationale="""
        Turned text is read letter by letter, by turning the page or the head, which not everybody can.
    """,
    references=("RNIB Clear Print: text is horizontal",),
    example=Example(bad="A table head turned by 90 degrees", good="A table head in two lines"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", look=Look(turn=90.0))),
)
def text_turned(subject: PrintedDocument) -> Faults:
    """Text is not horizontal."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} is turned by {broken.value:.0f} degrees",
            "Set it horizontally; no transform, no writing-mode for text",
        )
