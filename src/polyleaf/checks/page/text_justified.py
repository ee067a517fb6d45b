from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import alignment
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule("Justified paragraphs", "", 0, alignment.justified, "UKAAF G003; RNIB; ACB (2022)", counted=True)


@check(
    "page/text-justified",
    severity=Severity.ERROR,
    rationale="""
        To make all lines end at one edge the spaces between words are stretched. Gaps run through the text, and words
        that belong together stand far apart.
    """,
    references=("UKAAF G003 (2019): never justified", "RNIB Clear Print", "ACB large print guidelines (2022)"),
    example=Example(bad="text-align: justify", good="text-align: start"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(
        a_line("Somebody must drive", 0, width=400.0, word_space=1.1),
        a_line("you home, and stay", 1, width=400.0, word_space=1.4),
        a_line("with you all night", 2, width=400.0, word_space=1.2),
        a_line("and all day.", 3),
    ),
)
def text_justified(subject: PrintedDocument) -> Faults:
    """A paragraph is justified."""
    for broken in RULE.broken(subject):
        yield broken.fault(f"The paragraph {broken.words} is justified", "Use text-align: start in the style sheet")
