from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import logos
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.logo import with_logo
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.logo import LogoRules
from polyleaf.model.wording import quote

RULE = Rule(
    "Free space around the logo",
    "mm",
    lambda subject: subject.logo.clear,
    logos.room_around_logo,
    "The organisation's brand book",
    at_least=True,
    rounding=0.5,
)


@check(
    "page/logo-crowded",
    severity=Severity.ERROR,
    rationale="""
        Brand books keep a zone around a logo free, so that it is seen as one sign. How wide the zone is stands in
        `[logo] clear`. Measured is the distance to the nearest text or photograph, or to the edge of the page.
    """,
    references=("NHS Identity guidelines: exclusion zone",),
    example=Example(
        bad='clear = "8mm"; the title stands 3 mm below the logo', good="The title stands 8 mm below the logo"
    ),
    rules=(RULE,),
    good=lambda: with_logo(LogoRules(clear=10.0)),
    bad=lambda: with_logo(LogoRules(clear=20.0)),
)
def logo_crowded(subject: PrintedDocument) -> Faults:
    """Something stands too near a logo."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.limit:g} mm around a logo are kept free, and "
            + (quote(broken.spot.words) if broken.spot.words else "a picture or the edge of the page")
            + f" stands {broken.value:.1f} mm from it",
            "Give the figure more margin in the style sheet",
            more=False,
        )
