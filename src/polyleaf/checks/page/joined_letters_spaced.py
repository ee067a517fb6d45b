from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.spacing import joined_letter_space
from polyleaf.checks.samples.page import a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule(
    "Space put between joined letters", "em", 0, joined_letter_space, "W3C Arabic Layout Requirements", rounding=0.01
)


@check(
    "page/joined-letters-spaced",
    severity=Severity.ERROR,
    rationale="""
        Arabic, Bengali, Devanagari and Gurmukhi letters hold together; the join is part of the letter. Space between
        them breaks words into pieces that nobody can read.
    """,
    references=("W3C Arabic Layout Requirements (alreq)", "polyleaf: measured with the layout engine"),
    example=Example(bad="letter-spacing: 1pt on an Urdu heading", good="letter-spacing: normal"),
    rules=(RULE,),
    good=lambda: a_page_of(a_line("گھٹنے کا اسکین")),
    bad=lambda: a_page_of(a_line("گھٹنے کا اسکین", letter_space=0.05)),
)
def joined_letters_spaced(subject: PrintedDocument) -> Faults:
    """Space is put between letters that join."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} has its letters torn apart by {broken.value:.2f} em",
            "Write it without spaces between the letters; see letter-spacing in style sheets of your own",
        )
