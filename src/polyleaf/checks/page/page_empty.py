from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import breaks
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule("Empty pages", "", 0, breaks.empty_pages, "Ghent Workgroup 2022, R0005", counted=True)


@check(
    "page/page-empty",
    severity=Severity.WARNING,
    rationale="""
        Readers take an empty page for the end, and throw the rest away.
    """,
    references=("Ghent Workgroup 2022, R0005: no empty page", "polyleaf: every page break is meant"),
    example=Example(bad="A forced break after a box that fills its page", good="No break where the page ends anyway"),
    rules=(RULE,),
    good=lambda: pages_of(GOOD),
    bad=lambda: pages_of(GOOD, (), GOOD),
)
def page_empty(subject: PrintedDocument) -> Faults:
    """A page is empty."""
    for broken in RULE.broken(subject):
        yield broken.fault("There is nothing on the page", "Remove a forced page break, or what overflows by a hair")
