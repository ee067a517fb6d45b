from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet
from polyleaf.checks.samples.text import LEAFLET
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.leaflet import Leaflet


@check(
    "source/faulty-markup",
    severity=Severity.ERROR,
    rationale="""
        Markup that cannot be read is printed as it stands or not at all: a warning box that lost its closing colons
        may swallow the page, an unknown fence may drop its text. What the patient holds is not what was written.
    """,
    references=("CommonMark 0.31", "polyleaf: the leaflet format"),
    example=Example(
        bad=":::importnat\nTell us if you take blood thinners.\n:::",
        good=":::important\nTell us if you take blood thinners.\n:::",
    ),
    good=a_leaflet,
    bad=lambda: a_leaflet(faults=(Fault("Unknown box `importnat`", Location(LEAFLET, 30), "Did you mean important?"),)),
)
def faulty_markup(leaflet: Leaflet) -> Faults:
    """The leaflet's file has faults."""
    return leaflet.faults
