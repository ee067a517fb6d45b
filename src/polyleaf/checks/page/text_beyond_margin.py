from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.pdf_subjects import MM
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity


def beyond_margin(layout: FileLayout) -> Spots:
    """How far text stands in the side margins of its edition, in mm."""
    margin = layout.subject.edition.margin * MM
    for page in layout.pages:
        left, _, right, _ = page.facts.sheet
        for line in page.lines:
            yield Spot(max(left + margin - line.left, line.right - right + margin, 0.0) / MM, page.number, line.text)


RULE = Rule(
    "Text that runs into a side margin", "mm", 0, beyond_margin, "polyleaf: nothing silently wrong", rounding=0.5
)


@check(
    "page/text-beyond-margin",
    severity=Severity.ERROR,
    rationale="""
        A word, a fact or an address that is too long for its line runs on over the edge of its column. On another
        edition or in another language the same text runs off the paper.
    """,
    references=("polyleaf: nothing may be silently wrong", "UKAAF G003 (2019): white space around the text"),
    example=Example(
        bad="A title whose longest word is wider than the page",
        good="A title that is set smaller, or a word that may break",
    ),
    rules=(RULE,),
    told_by=("page/text-outside-page",),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", width=470.0)),
)
def text_beyond_margin(subject: PrintedDocument) -> Faults:
    """Text runs into a side margin."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} runs {broken.value:.1f} mm into the margin",
            "Write a shorter word, or show where it may break by a soft hyphen (U+00AD); give a table fewer columns;"
            " in a drawing, move the label inwards",
        )
