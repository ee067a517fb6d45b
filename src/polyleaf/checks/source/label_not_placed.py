from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import IMAGE, a_figure, a_leaflet, image
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.image import DrawingFlaw
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

_TURNED = DrawingFlaw("<text>", 8, "is turned or mirrored", "Set the label level in the drawing program", "Pain score")


@check(
    "source/label-not-placed",
    severity=Severity.ERROR,
    rationale="""
        The words of a drawing are set by the page, so that they can be translated and are as large as the text. A label
        whose place is not certain could come to stand beside another part of the body, so it is not printed at all.
    """,
    references=("polyleaf: nothing may be silently wrong", "SVG 2, chapter 11: text"),
    example=Example(
        bad='<text transform="rotate(-90)">Pain score</text>', good='<text x="10" y="20">Pain score</text>'
    ),
    good=lambda: a_leaflet(a_figure()),
    bad=lambda: a_leaflet(a_figure(), images={IMAGE: replace(image()[IMAGE], flaws=(_TURNED,))}),
)
def label_not_placed(leaflet: Leaflet) -> Faults:
    """A label of a drawing cannot be placed, and is left out."""
    for figure in figures(leaflet):
        facts = leaflet.images.get(figure.image)
        for flaw in facts.flaws if facts is not None and facts.problem is None else ():
            if flaw.words:
                yield Fault(
                    f"The label {quote(flaw.words)} in line {flaw.line} of {quote(figure.image)} {flaw.what}: "
                    "it is not printed",
                    figure.location,
                    flaw.hint,
                )
