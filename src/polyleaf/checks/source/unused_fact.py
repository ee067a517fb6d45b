from decimal import Decimal

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import used_facts
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.facts import Quantity
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.leaflet import Leaflet

_FACTS = {"fasting": Quantity(Decimal(6), "hour")}


@check(
    "source/unused-fact",
    severity=Severity.NOTE,
    rationale="""
        A fact that is printed nowhere was perhaps forgotten, or its number stands in the text by hand, where it will
        not change when the fact does.
    """,
    references=("polyleaf: facts are data",),
    example=Example(
        bad="facts:\n  fasting: {quantity: 6, unit: hour}\n(and the text says: Do not eat for 6 hours.)",
        good="Do not eat for {fasting}.",
    ),
    good=lambda: a_leaflet(a_paragraph("Do not eat for ", a_fact("fasting"), "."), facts=_FACTS),
    bad=lambda: a_leaflet(a_paragraph("Do not eat."), facts=_FACTS),
)
def unused_fact(leaflet: Leaflet) -> Faults:
    """A fact is declared and never printed."""
    used = {name for name, _place in used_facts(leaflet)}
    for name in leaflet.facts:
        if name not in used:
            yield Fault(
                f"The fact {name} is used nowhere",
                leaflet.fact_locations.get(name, Location(leaflet.path)),
                f"Write {{{name}}} where it belongs, or remove it",
            )
