from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import IMAGE, a_figure, a_leaflet
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.image import ImageFacts
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote


@check(
    "source/picture-colours-unknown",
    severity=Severity.WARNING,
    rationale="""
        The numbers in a picture mean other colours in other profiles. One whose profile cannot be read is printed as
        if it were made for a screen (sRGB): skin may come out grey, or a red line brown.
    """,
    references=("ICC.1:2022", "PNG, third edition, 11.3.2"),
    example=Example(bad="A photograph whose profile is cut off", good="The photograph saved again as sRGB"),
    good=lambda: a_leaflet(a_figure()),
    bad=lambda: a_leaflet(
        a_figure(),
        images={
            IMAGE: ImageFacts(
                IMAGE, f"leaflets/knee-scan/{IMAGE}", "jpeg", 900.0, 300.0, colours="its colour profile is damaged"
            )
        },
    ),
)
def picture_colours_unknown(leaflet: Leaflet) -> Faults:
    """The colours of a picture cannot be told."""
    for figure in figures(leaflet):
        facts = leaflet.images.get(figure.image)
        if facts is not None and facts.colours:
            yield Fault(
                f"The picture {quote(figure.image)} may come out in other colours: {facts.colours}",
                figure.location,
                "Open it, see that its colours are right, and save it again as sRGB (“for the web”)",
            )
