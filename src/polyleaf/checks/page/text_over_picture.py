from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.backgrounds import over_pictures
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of, a_shape
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Paint

RULE = Rule("Text over pictures", "", 0, over_pictures, "RNIB Clear Print", counted=True)


@check(
    "page/text-over-picture",
    severity=Severity.ERROR,
    rationale="""
        Letters over a picture, a pattern or a line of a drawing have no even ground: parts of them vanish. Labels stand
        beside what they name.
    """,
    references=("RNIB Clear Print: nothing printed over pictures", "WCAG 2.2, 1.4.5"),
    example=Example(
        bad="A label in the middle of a photograph", good="A label beside the drawing, with a line to what it names"
    ),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD, shapes=(a_shape((100.0, 300.0, 300.0, 600.0), paint=Paint.PICTURE),)),
    bad=lambda: a_page_of(
        a_line("Somebody must drive you."), shapes=(a_shape((100.0, 600.0, 300.0, 800.0), paint=Paint.PICTURE),)
    ),
)
def text_over_picture(subject: PrintedDocument) -> Faults:
    """Text is printed over a picture."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} is printed over a picture",
            "Put text beside pictures; move a label clear of the lines of its drawing, or draw its box larger",
        )
