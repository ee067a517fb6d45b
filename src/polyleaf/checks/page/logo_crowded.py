from math import hypot

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.edges import room
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.logos import logos_on
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.text_blocks import ancestors
from polyleaf.checks.pdf_subjects import MM
from polyleaf.checks.samples.logo import with_logo
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.logo import LogoRules
from polyleaf.model.pdf_facts import Paint, Rect
from polyleaf.model.wording import quote


def room_around_logo(layout: FileLayout) -> Spots:
    """Distance in mm from every logo to the nearest text or picture beside it, or to the edge of the page."""
    elements = layout.subject.facts.elements
    for logo in logos_on(layout):
        near = [
            (room(logo.box, logo.page.facts.sheet), ""),
            *(
                (_apart(logo.box, run.box), logo.page.words(run))
                for run in logo.page.runs
                if logo.element not in ancestors(run.element, elements)
            ),
            *(
                (_apart(logo.box, shape.box), "")
                for shape in logo.page.facts.shapes
                if shape.paint is Paint.PICTURE and shape not in logo.shapes
            ),
        ]
        distance, beside = min(near)
        yield Spot(distance / MM, logo.page.number, beside)


def _apart(one: Rect, other: Rect) -> float:
    """Distance of two rectangles; 0 if they overlap."""
    across = max(one[0] - other[2], other[0] - one[2], 0.0)
    up = max(one[1] - other[3], other[1] - one[3], 0.0)
    return hypot(across, up)


RULE = Rule(
    "Free space around the logo",
    "mm",
    lambda subject: subject.logo.clear,
    room_around_logo,
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
            "Put less beside it, or ask for less free space in [logo] clear",
            more=False,
            set_in="polyleaf.toml",
        )
