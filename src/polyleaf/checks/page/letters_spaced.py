from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.spacing import letter_space
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule("Space put between letters", "em", 0, letter_space, "RNIB Clear Print", rounding=0.01)


@check(
    "page/letters-spaced",
    severity=Severity.WARNING,
    rationale="""
        Spaced letters fall apart into single signs, squeezed ones run into each other. The font's own spacing is what
        its letters were drawn for.
    """,
    references=("RNIB Clear Print: even spacing", "WCAG 2.2, 1.4.12: spacing is for the reader to set"),
    example=Example(bad="letter-spacing: 2pt", good="letter-spacing: normal"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Important", letter_space=0.11)),
)
def letters_spaced(subject: PrintedDocument) -> Faults:
    """Space is put between letters, or taken away."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} has letters moved by {broken.value:.2f} em",
            "Write it without spaces between the letters; see letter-spacing in style sheets of your own",
        )
