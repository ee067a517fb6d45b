from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import IMAGE, a_figure, a_leaflet
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.image import ImageFacts
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote


@check(
    "source/picture-of-words",
    severity=Severity.WARNING,
    rationale="""
        Words made of pixels are not translated, do not grow in large print, and are silent for people who listen. A
        picture that is mostly paper with dark strokes is a scan, a screenshot or a line drawing, and most of these
        hold words.
    """,
    references=("WCAG 2.2, 1.4.5", "NHS service manual: no text in images"),
    example=Example(bad="A scan of a table as scan.png", good="The table written as a table; a drawing as SVG"),
    good=lambda: a_leaflet(a_figure()),
    bad=lambda: a_leaflet(
        a_figure(), images={IMAGE: ImageFacts(IMAGE, f"leaflets/knee-scan/{IMAGE}", "png", 900.0, 300.0, paper=True)}
    ),
)
def picture_of_words(leaflet: Leaflet) -> Faults:
    """A picture looks like a scan of words."""
    for figure in figures(leaflet):
        facts = leaflet.images.get(figure.image)
        if facts is not None and facts.paper and facts.is_raster:
            yield Fault(
                f"The picture {quote(figure.image)} looks like a scan or a line drawing: words in it stay as they are",
                figure.location,
                "Write words as text, and use a drawing (SVG), whose words are translated; if it has none, waive this",
            )
