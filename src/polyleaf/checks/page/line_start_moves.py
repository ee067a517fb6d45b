from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import alignment
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule(
    "Lines that begin away from their paragraph's edge",
    "em",
    0,
    alignment.line_starts,
    "UKAAF G003; NHS Formatting; RNIB",
    rounding=0.1,
)


@check(
    "page/line-start-moves",
    severity=Severity.ERROR,
    rationale="""
        The eye goes back to one place for every line. Where centred text, text aligned at the end or text around a
        picture moves that place, readers with low vision lose it. Headings may be centred.
    """,
    references=(
        "UKAAF G003 (2019): left aligned",
        "NHS Formatting (2026): left; right for right-to-left languages",
        "RNIB Clear Print: no wrapping that moves the line start",
    ),
    example=Example(bad="A centred paragraph", good="A paragraph that begins at the left, in Urdu at the right"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(
        a_line("You can go home on the same day."), a_line("Somebody must drive you.", 1, left=107.0)
    ),
)
def line_start_moves(subject: PrintedDocument) -> Faults:
    """A line begins elsewhere than the other lines of its paragraph."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} begins {broken.value:.1f} em from where its paragraph begins",
            "Use text-align: start; do not float pictures beside text",
        )
