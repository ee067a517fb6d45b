from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import IMAGE, a_figure, a_leaflet, image
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.image import DrawingFlaw
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

_RED = DrawingFlaw("<text>", 8, "has words in several colours", "Make them a label of their own", colours="never")


@check(
    "source/label-in-one-colour",
    severity=Severity.WARNING,
    rationale="""
        A label is translated as a whole, and its words change their places: nobody can say which of them has the other
        colour then. So a label is printed in one colour, and what the other one said is lost.
    """,
    references=("polyleaf: nothing may be silently wrong", "WCAG 2.2, 1.4.1: use of colour"),
    example=Example(
        bad='<text>Do <tspan fill="#c00">not</tspan> bend it</text>', good='<text fill="#c00">Do not bend it</text>'
    ),
    good=lambda: a_leaflet(a_figure()),
    bad=lambda: a_leaflet(a_figure(), images={IMAGE: replace(image()[IMAGE], flaws=(_RED,))}),
)
def label_in_one_colour(leaflet: Leaflet) -> Faults:
    """A label of a drawing has words in several colours."""
    for figure in figures(leaflet):
        facts = leaflet.images.get(figure.image)
        for flaw in facts.flaws if facts is not None and facts.problem is None else ():
            if flaw.colours:
                yield Fault(
                    f"{flaw.element} in line {flaw.line} of {quote(figure.image)} {flaw.what}: {quote(flaw.colours)}",
                    figure.location,
                    flaw.hint,
                )
