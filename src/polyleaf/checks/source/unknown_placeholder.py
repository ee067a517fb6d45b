from decimal import Decimal

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import used_facts
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.facts import Quantity
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import did_you_mean

_FACTS = {"fasting": Quantity(Decimal(6), "hour")}


@check(
    "source/unknown-placeholder",
    severity=Severity.ERROR,
    rationale="""
        Where a placeholder names no fact, there is no number to print: "Do not eat for … before you come in".
    """,
    references=("polyleaf: facts are data",),
    example=Example(bad="Do not eat for {fastin}.", good="Do not eat for {fasting}."),
    good=lambda: a_leaflet(a_paragraph("Do not eat for ", a_fact("fasting"), "."), facts=_FACTS),
    bad=lambda: a_leaflet(a_paragraph("Do not eat for ", a_fact("fastin"), "."), facts=_FACTS),
)
def unknown_placeholder(leaflet: Leaflet) -> Faults:
    """A placeholder names no fact."""
    for name, place in used_facts(leaflet):
        if name not in leaflet.facts and name not in leaflet.fact_locations:  # a faulty fact is told where it stands
            meant = did_you_mean(name, leaflet.facts)
            yield Fault(
                f"{{{name}}} is not a fact of this leaflet",
                place,
                meant or f"Declare {name} under facts in the front matter, or write {{{{{name}}}}} to print the braces",
            )
