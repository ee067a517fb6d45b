from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.logos import logos_on
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.pdf_subjects import MM
from polyleaf.checks.samples.logo import with_logo
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.logo import LogoRules
from polyleaf.model.wording import quote


def logo_width(layout: FileLayout) -> Spots:
    """Width of every logo in mm."""
    for logo in logos_on(layout):
        yield Spot((logo.box[2] - logo.box[0]) / MM, logo.page.number, logo.alternative)


RULE = Rule(
    "Width of the logo",
    "mm",
    lambda subject: subject.logo.width,
    logo_width,
    "The organisation's brand book",
    at_least=True,
    rounding=0.5,
)


@check(
    "page/logo-too-small",
    severity=Severity.ERROR,
    rationale="""
        A logo that is too small cannot be read, and says nothing of who answers for the leaflet. How wide it must be
        stands in the organisation's brand book, and for polyleaf in `[logo] width`. Only pictures whose file is called
        a logo are measured, on the finished page.
    """,
    references=("NHS Identity guidelines: minimum size",),
    example=Example(bad='width = "30mm"; the logo is printed 18 mm wide', good="Printed 30 mm wide"),
    rules=(RULE,),
    good=lambda: with_logo(LogoRules(width=40.0)),
    bad=lambda: with_logo(LogoRules(width=60.0)),
)
def logo_too_small(subject: PrintedDocument) -> Faults:
    """A logo is printed too small."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"The logo {quote(broken.spot.words)} is {broken.value:.1f} mm wide, less than {broken.limit:g} mm",
            "Give [logo] in polyleaf.toml a greater width",
            more=False,
            set_in="polyleaf.toml",
        )
