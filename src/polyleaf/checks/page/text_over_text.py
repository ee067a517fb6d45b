from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import overlaps
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, PARAGRAPH, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule(
    "Lines set over other lines", "", 0, overlaps.text_over_text, "polyleaf: nothing silently wrong", counted=True
)


@check(
    "page/text-over-text",
    severity=Severity.ERROR,
    rationale="""
        Two texts in one place cannot be read. It happens when a box overflows, or when labels that fit in one language
        are longer in another.
    """,
    references=("polyleaf: nothing may be silently wrong", "WCAG 2.2, 1.4.4: no loss of content"),
    example=Example(bad="Two labels of a drawing that overlap in German", good="Labels with room for longer words"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Needle"), a_line("Bone cement", left=100.0, element=PARAGRAPH + 1)),
)
def text_over_text(subject: PrintedDocument) -> Faults:
    """Text is set over other text."""
    for broken in RULE.broken(subject):
        yield broken.fault(f"{broken.words} stands on other text", "Give the boxes room, or shorten the text")
