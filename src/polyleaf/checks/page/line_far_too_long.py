from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.line_length import is_wide, letters_in_line
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.writing import wide_letters
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity


def wide_letters_in_line(layout: FileLayout) -> Spots:
    """Characters of each line in Chinese, Japanese and Korean; two narrow letters count as one."""
    for page in layout.pages:
        for line in page.body_lines:
            if is_wide(line):
                wide = wide_letters(line.text)
                yield Spot(wide + max(line.letters - wide, 0) / 2, page.number, line.text)


LETTERS = Rule("Longest line, at most", "characters", 80, letters_in_line, "WCAG 2.2, 1.4.8")
WIDE = Rule("Longest Chinese, Japanese or Korean line", "characters", 40, wide_letters_in_line, "WCAG 2.2, 1.4.8")


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
                'Give the edition more margin in polyleaf.toml: margin = "30mm"',
                set_in="polyleaf.toml",
                of_edition=True,
            )
