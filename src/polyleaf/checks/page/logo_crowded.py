"""``page/logo-crowded``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import LOGO_ROOM
from polyleaf.checks.pages import place
from polyleaf.checks.samples.logo import with_logo
from polyleaf.checks.wording import quote
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity
from polyleaf.model.logo import LogoRules


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
    good=lambda: with_logo(LogoRules(clear=10.0)),
    bad=lambda: with_logo(LogoRules(clear=20.0)),
)
def logo_crowded(subject: PrintedDocument) -> Iterator[Fault]:
    """Something stands too near a logo."""
    for broken in LOGO_ROOM.broken(subject):
        yield Fault(
            f"{broken.limit:g} mm around a logo are kept free, and "
            + (quote(broken.spot.words) if broken.spot.words else "a picture or the edge of the page")
            + f" stands {broken.spot.value:.1f} mm from it",
            place(subject, broken.spot.page),
            "Give the figure more margin in the style sheet",
        )
