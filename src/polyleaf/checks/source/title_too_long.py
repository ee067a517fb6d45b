from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet
from polyleaf.checks.samples.text import text
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Leaflet

MOST = 65
"""Characters."""


@check(
    "source/title-too-long",
    severity=Severity.WARNING,
    rationale="""
        In giant print a long title fills the first page, and staff cannot find the leaflet by it. Many languages need
        a third more room.
    """,
    references=("NHS service manual: titles of up to 65 characters",),
    example=Example(
        bad="title: Information for patients who are going to have a scan of one knee or of both knees",
        good="title: Knee scan",
    ),
    good=lambda: a_leaflet(title=text("x" * MOST, line=2, context="title")),
    bad=lambda: a_leaflet(title=text("x" * (MOST + 1), line=2, context="title")),
)
def title_too_long(leaflet: Leaflet) -> Faults:
    """The title has more than 65 characters."""
    length = len(plain(leaflet.title.inlines))
    if length > MOST:
        yield Fault(
            f"The title has {length} characters",
            leaflet.title.location,
            f"Use up to {MOST}; the rest can go into the summary",
        )
