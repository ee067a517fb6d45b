from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import type_size
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

LETTERS = Rule("Longest line, at most", "characters", 80, type_size.letters_in_line, "WCAG 2.2, 1.4.8")
WIDE = Rule(
    "Longest Chinese, Japanese or Korean line", "characters", 40, type_size.wide_letters_in_line, "WCAG 2.2, 1.4.8"
)


@check(
    "page/line-far-too-long",
    severity=Severity.ERROR,
    rationale="""
        Lines this long are read wrongly even by people with good sight: the eye lands on another line and goes on
        there.
    """,
    references=("WCAG 2.2, 1.4.8: 80 characters, 40 in Chinese, Japanese and Korean", "RNIB Clear Print: 60 to 70"),
    example=Example(bad="14 pt text on a sheet of A3", good="14 pt text with a wider margin, 65 letters a line"),
    rules=(LETTERS, WIDE),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(
        a_line(
            "We will tell you on the telephone when and where to come, and what to bring with you then.", width=450.0
        )
    ),
)
def line_far_too_long(subject: PrintedDocument) -> Faults:
    """A line has more than 80 letters, or 40 Chinese, Japanese or Korean characters."""
    for rule in (LETTERS, WIDE):
        for broken in rule.broken(subject):
            yield broken.fault(
                f"{broken.words} has {broken.value:g} characters, more than {broken.limit:g}",
                "Widen the margin of the edition, or narrow the text in the style sheet",
            )
