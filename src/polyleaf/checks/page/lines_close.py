from itertools import pairwise

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_page_of, a_paragraph_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity


def pitch_in_paragraphs(layout: FileLayout) -> Spots:
    """Distance of the baselines inside one paragraph or list item (not a heading), over its size."""
    for page in layout.pages:
        for block in page.body:
            if not block.heading:
                for upper, lower in pairwise(block.lines):
                    size = max(upper.size, lower.size)
                    yield Spot((upper.baseline - lower.baseline) / size, page.number, lower.text)


RULE = Rule(
    "Smallest line spacing in paragraphs",
    "× size",
    1.5,
    pitch_in_paragraphs,
    "BDA style guide; WCAG 2.2, 1.4.8",
    at_least=True,
    rounding=0.01,
)


@check(
    "page/lines-close",
    severity=Severity.WARNING,
    rationale="""
        Readers with low vision lose the line they are on when the next one is close: they read a line twice, or skip
        one with the dose on it.
    """,
    references=(
        "BDA style guide: 1.5",
        "WCAG 2.2, 1.4.8 and 1.4.12: 1.5",
        "RNIB Clear Print: space between lines 1.5 to 2 times the word space",
    ),
    example=Example(bad="18 pt text with lines 24 pt apart", good="18 pt text with lines 27 pt apart"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(*a_paragraph_of("Somebody must", "drive you.", pitch=24.0)),
)
def lines_close(subject: PrintedDocument) -> Faults:
    """Lines of a paragraph stand closer than one and a half times their size."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} stands {broken.value:.2f} times its size below the last, {broken.limit:g} is meant",
            "See line-height in style sheets of your own (templates/css): 1.5, or what the script's font needs",
        )
