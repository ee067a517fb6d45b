from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import headings
from polyleaf.checks.samples.leaflet import a_heading, a_leaflet
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet


@check(
    "source/heading-level-skipped",
    severity=Severity.ERROR,
    rationale="""
        People who listen to a leaflet move by its headings. Where a level is skipped, they look for a part that does
        not exist, and the PDF fails the accessibility standard.
    """,
    references=("Matterhorn Protocol 1.1, 14-003", "WCAG 2.2, 1.3.1", "NHS service manual, Formatting"),
    example=Example(bad="## Risks\n#### Infection", good="## Risks\n### Infection"),
    good=lambda: a_leaflet(a_heading(2, "Risks"), a_heading(3, "Infection"), a_heading(2, "Benefits")),
    bad=lambda: a_leaflet(a_heading(2, "Risks"), a_heading(4, "Infection")),
)
def heading_level_skipped(leaflet: Leaflet) -> Faults:
    """A heading level is skipped."""
    above = 1
    for heading in headings(leaflet):
        if heading.level > above + 1:
            after = "the title" if above == 1 else f"level {above}"
            yield Fault(
                f"A heading of level {heading.level} follows {after}",
                heading.text.location,
                f"Write it with {'#' * (above + 1)} (level {above + 1})",
            )
        above = heading.level
