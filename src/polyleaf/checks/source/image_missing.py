from collections.abc import Iterable

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import a_figure, a_leaflet, image
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.image import ImageFacts, ImageProblem
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import did_you_mean, quote


@check(
    "source/image-missing",
    severity=Severity.ERROR,
    rationale="""
        The text speaks of a picture that is not on the page, often the one that shows how to do something safely.
    """,
    references=("polyleaf: nothing may be silently wrong",),
    example=Example(bad=":::{figure} images/nee.svg", good=":::{figure} images/knee.svg"),
    good=lambda: a_leaflet(a_figure()),
    bad=lambda: a_leaflet(a_figure(), images=image(ImageProblem.MISSING)),
)
def image_missing(leaflet: Leaflet) -> Faults:
    """A picture is not there."""
    there = [name for name, facts in leaflet.images.items() if facts.problem is None]
    for figure in figures(leaflet):
        facts = leaflet.images.get(figure.image)
        if facts is None or facts.problem is ImageProblem.MISSING:
            yield Fault(
                f"The picture {quote(figure.image)} is not there",
                figure.location,
                _hint(figure.image, facts, there),
            )


def _hint(written: str, facts: ImageFacts | None, there: Iterable[str]) -> str:
    if facts is not None and facts.meant:
        return f"There is {facts.meant}: write it just so, with / and the same capitals"
    return did_you_mean(written, there) or "Put the file in the leaflet's folder, or correct its name"
