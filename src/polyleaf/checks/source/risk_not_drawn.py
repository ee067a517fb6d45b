from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import drawn_risks
from polyleaf.checks.samples.leaflet import a_leaflet, risks
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.facts import Risk
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.icon_array import can_be_drawn, is_rare
from polyleaf.model.leaflet import Leaflet


@check(
    "source/risk-not-drawn",
    severity=Severity.WARNING,
    rationale="""
        A picture of a risk shows whole people, so a risk that is no whole number in 1,000 has none, and stands without
        a picture beside others that have one.
    """,
    references=(
        "Garcia-Retamero and Galesic 2010, Who profits from visual aids: the same denominator in numbers and pictures",
        "Trevena and others 2013, Presenting quantitative information about decision outcomes",
    ),
    example=Example(bad="{risk: 1, in: 300}", good="{risk: 3, in: 1000}"),
    good=lambda: a_leaflet(risks(a_fact("a")), facts={"a": Risk(3, 1000)}),
    bad=lambda: a_leaflet(risks(a_fact("a")), facts={"a": Risk(1, 300)}),
)
def risk_not_drawn(leaflet: Leaflet) -> Faults:
    """A risk is no whole number of people, and is printed without a picture."""
    for name, text in drawn_risks(leaflet):
        risk = leaflet.facts[name]
        if isinstance(risk, Risk) and not is_rare(risk) and not can_be_drawn(risk):
            about = round(risk.number * 1000 / risk.total)
            yield Fault(
                f"{{{name}}} has no picture: {risk.number} in {risk.total} is no whole number of people in 1000",
                text.location,
                f"If your source allows it, say it as {{risk: {about}, in: 1000}}; if no picture is wanted, write "
                ":::{risks words}",
            )
