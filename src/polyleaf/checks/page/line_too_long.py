from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.line_length import letters_in_line
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule("Longest line", "characters", 70, letters_in_line, "RNIB Clear Print")


@check(
    "page/line-too-long",
    severity=Severity.WARNING,
    rationale="""
        At the end of a long line the eye does not find the beginning of the next one. With a magnifier the reader sees
        a few words at a time and gets lost.
    """,
    references=("RNIB Clear Print: 60 to 70 letters a line", "WCAG 2.2, 1.4.8: at most 80"),
    example=Example(
        bad="14 pt text over the whole width of A4", good="14 pt text with a wider margin, 65 letters a line"
    ),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(
        a_line("We will tell you on the telephone when and where to come, and what to bring.", width=450.0)
    ),
)
def line_too_long(subject: PrintedDocument) -> Faults:
    """A line has more than 70 letters."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} has {broken.value:g} letters, {broken.limit:g} are meant",
            'Give the edition more margin in polyleaf.toml: margin = "30mm"',
            set_in="polyleaf.toml",
            of_edition=True,
        )
