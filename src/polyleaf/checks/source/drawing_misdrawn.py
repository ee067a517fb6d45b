from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import IMAGE, a_figure, a_leaflet, image
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.image import DrawingFlaw
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

_MASKED = DrawingFlaw('<rect id="bone">', 8, "has a mask: it is not drawn", "Undo the mask in the drawing program")


@check(
    "source/drawing-misdrawn",
    severity=Severity.ERROR,
    rationale="""
        The layout engine does not know all that drawing programs can do. What it does not know it leaves out, or draws
        in another place or colour, and says nothing: a hole in a bone is closed, a shape is gone.
    """,
    references=("polyleaf: nothing may be silently wrong", "SVG 2; held against Chromium, construct by construct"),
    example=Example(bad='<rect mask="url(#hole)"/>', good="The shape itself, drawn as a path with a hole"),
    good=lambda: a_leaflet(a_figure()),
    bad=lambda: a_leaflet(a_figure(), images={IMAGE: replace(image()[IMAGE], flaws=(_MASKED,))}),
)
def drawing_misdrawn(leaflet: Leaflet) -> Faults:
    """A drawing has something in it that is printed in another form."""
    for figure in figures(leaflet):
        facts = leaflet.images.get(figure.image)
        for flaw in facts.flaws if facts is not None and facts.problem is None else ():
            if not flaw.words and not flaw.colours:
                yield Fault(
                    f"{flaw.element} in line {flaw.line} of {quote(figure.image)} {flaw.what}",
                    figure.location,
                    flaw.hint,
                )
