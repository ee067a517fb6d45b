from itertools import pairwise

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.fills import filled
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, PARAGRAPH, a_line, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity


def filled_parts(layout: FileLayout) -> Spots:
    """The part of its text area that each page but the last fills, and the first words that went to the next page.

    Not in two languages, where each text stays with its translation: nobody can write that in another way.
    """
    if layout.subject.source is not None:
        return
    for page, following in pairwise(layout.pages):
        words = following.body_lines[0].text if following.body_lines else ""
        yield Spot(filled(page, layout), page.number, words)


RULE = Rule(
    "Least filled part of a page that is not the last",
    "of the text area",
    0.4,
    filled_parts,
    "polyleaf: every page break is meant",
    at_least=True,
    rounding=0.01,
)


@check(
    "page/mostly-empty",
    severity=Severity.NOTE,
    rationale="""
        Something that must not be cut did not fit, and went to the next page as a whole. A reader may take the empty
        page for the end of the leaflet, and each one is paper, postage and weight. In two languages a text stays with
        its translation, however much they fill: those pages are not judged.
    """,
    references=("polyleaf: every page break is meant",),
    example=Example(
        bad="A page with four lines, because the box that follows them fills half a page",
        good="The box in two, or a shorter one: it stands below the four lines",
    ),
    rules=(RULE,),
    good=lambda: pages_of(
        (*GOOD, a_line("Call the ward at once.", 20, element=PARAGRAPH + 1)),
        a_paragraph_of("Tell us", "what you", "think.", element=PARAGRAPH + 2),
    ),
    bad=lambda: pages_of(GOOD, a_paragraph_of("Tell us", "what you", "think.", element=PARAGRAPH + 1)),
)
def mostly_empty(subject: PrintedDocument) -> Faults:
    """A page that is not the last is mostly empty."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"The page is {1 - broken.value:.0%} empty: what begins with {broken.words} is kept together",
            "Make it shorter, or part it in two; or put a text before it that may break",
        )
