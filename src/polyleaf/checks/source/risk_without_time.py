from decimal import Decimal

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import drawn_risks
from polyleaf.checks.samples.leaflet import a_leaflet, risks
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.facts import Quantity, Risk
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet

_MONTH = Quantity(Decimal(30), "day")


@check(
    "source/risk-without-time",
    severity=Severity.NOTE,
    rationale="""
        "2 in 100" within a month and "2 in 100" within ten years are different risks, and readers who are not told
        choose a time of their own.
    """,
    references=(
        "Trevena and others 2013, Presenting quantitative information about decision outcomes: state the time frame",
        "IPDAS 2013, criteria for patient decision aids: probabilities with their time period",
    ),
    example=Example(bad="{risk: 2, in: 100}", good="{risk: 2, in: 100, within: 30, unit: day}"),
    good=lambda: a_leaflet(risks(a_fact("a")), facts={"a": Risk(2, 100, _MONTH)}),
    bad=lambda: a_leaflet(risks(a_fact("a")), facts={"a": Risk(2, 100)}),
)
def risk_without_time(leaflet: Leaflet) -> Faults:
    """A risk does not say in which time it is counted."""
    for name, text in drawn_risks(leaflet):
        risk = leaflet.facts[name]
        if isinstance(risk, Risk) and risk.within is None:
            yield Fault(
                f"{{{name}}} does not say in which time it happens to {risk.number} in {risk.total}",
                text.location,
                f"Add the time: {{risk: {risk.number}, in: {risk.total}, within: 30, unit: day}}",
            )
