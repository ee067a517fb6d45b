from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.breaks import torn
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import a_line, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity


def lines_before_break(layout: FileLayout) -> Spots:
    """Lines of a paragraph at the foot of a page when it goes on over the page."""
    for upper, first, _ in torn(layout):
        yield Spot(len(first.lines), upper.number, first.text)


RULE = Rule(
    "Fewest lines of a paragraph before a page break", "lines", 2, lines_before_break, "CCLVI; ACB", at_least=True
)


@check(
    "page/orphan-line",
    severity=Severity.WARNING,
    rationale="""
        A sentence that is torn after its first line is read as if it ended there.
    """,
    references=("CCLVI and ACB large print guidelines: no orphans",),
    example=Example(bad="One line of a paragraph at the foot of a page", good="Two lines or more, or none"),
    rules=(RULE,),
    good=lambda: pages_of(
        a_paragraph_of("You can go home on", "the same day. Somebody"),
        a_paragraph_of("must drive you, and stay", "with you, and cook for", "you."),
    ),
    bad=lambda: pages_of(
        (a_line("You can go home on"),),
        a_paragraph_of("the same day. Somebody", "must drive you, and stay", "with you."),
    ),
)
def orphan_line(subject: PrintedDocument) -> Faults:
    """A page ends with the first line of a paragraph."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"The page ends with the first line of a paragraph: {broken.words}",
            "Make the paragraph shorter or longer by a line; see orphans in style sheets of your own",
        )
