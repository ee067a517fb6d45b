from collections.abc import Mapping

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import a_figure, a_leaflet, image
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.image import ImageProblem
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

_WORDS: Mapping[ImageProblem, tuple[str, str]] = {
    ImageProblem.OUTSIDE: (
        "lies outside the leaflet's project",
        "Copy it into the leaflet's folder and name it from there: images/knee.svg",
    ),
    ImageProblem.NOT_AN_IMAGE: ("is not a picture polyleaf can print", "Use an SVG, PNG or JPEG file"),
    ImageProblem.TOO_LARGE: ("is too large to print", "Save it smaller: 300 pixels an inch at printed size are enough"),
    ImageProblem.UNSAFE: (
        "holds a script, a DOCTYPE or a link to something outside itself",
        "Save it again as plain SVG, with every picture inside it embedded",
    ),
}
"""What is wrong and the way out. A missing file has a check of its own."""


@check(
    "source/image-unsafe",
    severity=Severity.ERROR,
    rationale="""
        A picture from outside the project is not there when the leaflet is built elsewhere, and may be a private
        file. A broken or huge one stops the build; an SVG that loads something else may show another picture
        tomorrow.
    """,
    references=("polyleaf: the renderer reads only files inside the project", "Blackmore, file guide: 300 ppi"),
    example=Example(bad=":::{figure} ../../private/scan.png", good=":::{figure} images/scan.png"),
    good=lambda: a_leaflet(a_figure()),
    bad=lambda: a_leaflet(a_figure(), images=image(ImageProblem.UNSAFE)),
)
def image_unsafe(leaflet: Leaflet) -> Faults:
    """A picture cannot be printed safely."""
    for figure in figures(leaflet):
        facts = leaflet.images.get(figure.image)
        problem = None if facts is None else facts.problem
        if problem is not None and problem in _WORDS:
            wrong, hint = _WORDS[problem]
            if facts is not None and facts.reason:
                wrong, hint = facts.reason, facts.remedy or hint
            yield Fault(f"The picture {quote(figure.image)} {wrong}", figure.location, hint)
