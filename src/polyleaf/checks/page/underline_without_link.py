from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import styling
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of, a_shape
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Paint

RULE = Rule(
    "Underlined words that are no link", "", 0, styling.underlined, "UKAAF G003; RNIB Clear Print", counted=True
)


@check(
    "page/underline-without-link",
    severity=Severity.ERROR,
    rationale="""
        An underline cuts through the tails of letters, and readers take underlined words for a link.
    """,
    references=("UKAAF G003 (2019): no underlining", "RNIB Clear Print: links excepted"),
    example=Example(bad="<u>Important</u>", good="**Important**"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Important"), shapes=(a_shape((71.0, 737.0, 152.0, 737.0), paint=Paint.STROKE),)),
)
def underline_without_link(subject: PrintedDocument) -> Faults:
    """Words are underlined and are no link."""
    for broken in RULE.broken(subject):
        yield broken.fault(f"{broken.words} is underlined and is no link", "Make it bold, or make it a link")
