from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.breaks import torn
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import PARAGRAPH, a_line, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity


def lines_after_break(layout: FileLayout) -> Spots:
    """Lines of a paragraph at the head of a page when it began on the page before."""
    for upper, _, rest in torn(layout):
        yield Spot(len(rest.lines), upper.number + 1, rest.text)


RULE = Rule(
    "Fewest lines of a paragraph after a page break", "lines", 2, lines_after_break, "CCLVI; ACB", at_least=True
)


@check(
    "page/widow-line",
    severity=Severity.WARNING,
    rationale="""
        The last line of a sentence alone at the head of a page is overlooked, or read without what it belongs to.
    """,
    references=("CCLVI and ACB large print guidelines: no widows",),
    example=Example(bad="The last line of a paragraph at the head of a page", good="Two lines or more, or none"),
    rules=(RULE,),
    good=lambda: pages_of(
        a_paragraph_of("You can go home on", "the same day. Somebody"),
        a_paragraph_of("must drive you, and stay", "with you, and cook for", "you."),
    ),
    bad=lambda: pages_of(
        a_paragraph_of("You can go home on", "the same day."),
        (
            a_line("Somebody must drive."),
            *a_paragraph_of("Eat what you like,", "and drink.", first=2, element=PARAGRAPH + 1),
        ),
    ),
)
def widow_line(subject: PrintedDocument) -> Faults:
    """A page begins with the last line of a paragraph."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"The page begins with the last line of a paragraph: {broken.words}",
            "Make the paragraph shorter or longer by a line; see widows in style sheets of your own",
        )
