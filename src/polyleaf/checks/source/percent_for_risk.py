from decimal import Decimal

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import risk_boxes
from polyleaf.checks.samples.leaflet import a_leaflet, risks
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.block_texts import texts
from polyleaf.model.facts import Percent, Risk
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet


@check(
    "source/percent-for-risk",
    severity=Severity.WARNING,
    rationale="""
        Many people cannot tell whether 0.1% is much. "1 in 1,000" can be pictured. Two ways of writing a number in
        one list make the risks impossible to compare.
    """,
    references=(
        "NHS service manual, Numbers: avoid percentages where 1 in 2 works",
        "PIF, Communicating benefits, risks and uncertainties",
    ),
    example=Example(bad="infection: {percent: 0.1}", good="infection: {risk: 1, in: 1000}"),
    good=lambda: a_leaflet(risks(a_fact("infection")), facts={"infection": Risk(1, 1000)}),
    bad=lambda: a_leaflet(risks(a_fact("infection")), facts={"infection": Percent(Decimal("0.1"))}),
)
def percent_for_risk(leaflet: Leaflet) -> Faults:
    """A risk is given as a percentage."""
    for box in risk_boxes(leaflet):
        for text in texts(box.blocks):
            for name in text.placeholders:
                if isinstance(leaflet.facts.get(name), Percent):
                    yield Fault(
                        f"{{{name}}} is a percentage in a list of risks",
                        text.location,
                        f"Declare it as a number of people: {name}: {{risk: 1, in: 1000}}",
                    )
