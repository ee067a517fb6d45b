from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import a_figure, a_leaflet
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote


@check(
    "source/missing-alt",
    severity=Severity.ERROR,
    rationale="""
        Who cannot see the picture gets nothing of what it says. A picture that says nothing has no place in a
        leaflet.
    """,
    references=("WCAG 2.2, 1.1.1", "Matterhorn Protocol 1.1, 13-004"),
    example=Example(
        bad=":::{figure} images/knee.svg\n:::",
        good=":::{figure} images/knee.svg\n:alt: A knee seen from the side, the cartilage worn thin\n:::",
    ),
    good=lambda: a_leaflet(a_figure("A knee seen from the side")),
    bad=lambda: a_leaflet(a_figure(None)),
)
def missing_alt(leaflet: Leaflet) -> Faults:
    """A picture has no description for people who cannot see it."""
    for figure in figures(leaflet):
        if figure.alt is None or not plain(figure.alt.inlines).strip():
            yield Fault(
                f"The picture {quote(figure.image)} has no description",
                figure.location,
                "Say what it shows: ![A knee seen from the side](images/…), or in a figure box a line :alt: …",
            )
