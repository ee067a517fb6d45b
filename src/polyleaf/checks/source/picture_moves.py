from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import IMAGE, a_figure, a_leaflet
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.image import ImageFacts
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote


@check(
    "source/picture-moves",
    severity=Severity.WARNING,
    rationale="""
        Of a picture that moves, paper shows the first moment: the hand before the exercise, never the exercise. What
        people are to do after it is not on the page.
    """,
    references=("polyleaf: nothing may be silently wrong",),
    example=Example(bad="An animated GIF of how to stand up", good="Three pictures of it, one below the other"),
    good=lambda: a_leaflet(a_figure()),
    bad=lambda: a_leaflet(
        a_figure(), images={IMAGE: ImageFacts(IMAGE, f"leaflets/knee-scan/{IMAGE}", "gif", 900.0, 600.0, moves=True)}
    ),
)
def picture_moves(leaflet: Leaflet) -> Faults:
    """Only the first moment of a moving picture is printed."""
    for figure in figures(leaflet):
        facts = leaflet.images.get(figure.image)
        if facts is not None and facts.moves:
            yield Fault(
                f"The picture {quote(figure.image)} moves: only the first of its pictures is printed",
                figure.location,
                "Save the moments that matter as PNG, and name each; two on one line stand side by side",
            )
