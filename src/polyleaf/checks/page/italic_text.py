from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import styling
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Look

RULE = Rule("Pieces of italic text", "", 0, styling.italic, "UKAAF G003; RNIB Clear Print", counted=True)


@check(
    "page/italic-text",
    severity=Severity.ERROR,
    rationale="""
        Italic letters are narrower and lean into each other. Readers with low vision or dyslexia cannot tell them
        apart. In many scripts there are no italics, only letters that a program has pushed over.
    """,
    references=("UKAAF G003 (2019): no italics", "RNIB Clear Print", "W3C sealreq: Thai uses bold, not italics"),
    example=Example(bad="font-style: italic", good="font-weight: 600"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", look=Look(slant=12.0))),
)
def italic_text(subject: PrintedDocument) -> Faults:
    """Text is set in italics."""
    for broken in RULE.broken(subject):
        yield broken.fault(f"{broken.words} leans", "Use font-style: normal; stress words by weight")
