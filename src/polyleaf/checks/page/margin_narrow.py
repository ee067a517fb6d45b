from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.edges import margins
from polyleaf.checks.measures.rules import Limits, Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule(
    "Narrowest margin",
    "mm",
    Limits(20, 20, 20, american=25.4, slender=15),
    margins,
    "Australian guideline; ACB (2022)",
    at_least=True,
    rounding=0.1,
)


@check(
    "page/margin-narrow",
    severity=Severity.WARNING,
    rationale="""
        White space holds the text together. Readers hold large print with the thumbs on the page, or put it under a
        magnifier that needs room at the sides.
    """,
    references=(
        "Australian large print guideline: about 25 mm",
        "ACB large print guidelines (2022): 1 inch at the top and sides",
    ),
    example=Example(bad="Text that begins 17 mm from the edge", good="Text that begins 25 mm from the edge"),
    rules=(RULE,),
    told_by=("page/text-outside-page", "page/text-beyond-margin", "page/margin-too-narrow"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", left=48.0)),
)
def margin_narrow(subject: PrintedDocument) -> Faults:
    """A margin is narrower than 20 mm."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} stands {broken.value:.1f} mm from the edge of the page, {broken.limit:g} mm are meant",
            f'Write margin = "{broken.limit:g}mm" or more for the edition, or leave the line out',
            set_in="polyleaf.toml",
            of_edition=True,
        )
