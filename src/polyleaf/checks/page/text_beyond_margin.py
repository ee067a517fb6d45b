from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import alignment
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule(
    "Text that runs into a side margin",
    "mm",
    0,
    alignment.beyond_margin,
    "polyleaf: nothing silently wrong",
    rounding=0.5,
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
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", width=470.0)),
)
def text_beyond_margin(subject: PrintedDocument) -> Faults:
    """Text runs into a side margin."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} runs {broken.value:.1f} mm into the margin",
            "Let long words break (overflow-wrap), set them smaller, or hang bullets inside the column",
        )
