from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Look


def turned(layout: FileLayout) -> Spots:
    """Degrees that a piece of text is turned from the horizontal; 180 if it is mirrored."""
    for page in layout.pages:
        for run in page.runs:
            turn = abs((run.look.turn - page.facts.rotate + 180) % 360 - 180)
            yield Spot(180.0 if run.look.mirrored else turn, page.number, page.words(run))


RULE = Rule("Text turned from the horizontal", "°", 0, turned, "RNIB Clear Print", rounding=1.0)


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
            "Write the label level in its drawing; see transform and writing-mode in style sheets of your own",
        )
