from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.edges import margins
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule(
    "Narrowest margin, at least", "mm", 15, margins, "Australian large print guideline", at_least=True, rounding=0.1
)


@check(
    "page/margin-too-narrow",
    severity=Severity.ERROR,
    rationale="""
        At the edge a thumb covers words, a punch goes through them, and a copier may not print them.
    """,
    references=(
        "Australian large print guideline: about 25 mm",
        "ACB large print guidelines (2022): 1 inch at the top and sides",
    ),
    example=Example(bad="Text that begins 10 mm from the edge", good="Text that begins 25 mm from the edge"),
    rules=(RULE,),
    told_by=("page/text-outside-page", "page/text-beyond-margin"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", left=30.0)),
)
def margin_too_narrow(subject: PrintedDocument) -> Faults:
    """A margin is narrower than 15 mm."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} stands {broken.value:.1f} mm from the edge of the page, less than {broken.limit:g} mm",
            f'Write margin = "{broken.limit:g}mm" or more for the edition, or leave the line out',
            set_in="polyleaf.toml",
            of_edition=True,
        )
