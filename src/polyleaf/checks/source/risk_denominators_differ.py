from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import compared
from polyleaf.checks.samples.leaflet import a_leaflet, risks
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.facts import Risk
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet


@check(
    "source/risk-denominators-differ",
    severity=Severity.WARNING,
    rationale="""
        Beside "1 in 1,000", many readers take "1 in 500" for the smaller risk, because 500 is the smaller number.
        "1 in 1,000" and "2 in 1,000" are understood. The words after a number may say it in another way too.
    """,
    references=("PIF, Communicating benefits, risks and uncertainties", "NICE CG138"),
    example=Example(
        bad="{risk: 1, in: 1000} and {risk: 1, in: 500}", good="{risk: 1, in: 1000} and {risk: 2, in: 1000}"
    ),
    good=lambda: a_leaflet(risks(a_fact("a"), a_fact("b")), facts={"a": Risk(1, 1000), "b": Risk(2, 1000)}),
    bad=lambda: a_leaflet(risks(a_fact("a"), a_fact("b")), facts={"a": Risk(1, 1000), "b": Risk(1, 500)}),
)
def risk_denominators_differ(leaflet: Leaflet) -> Faults:
    """Risks that are compared are counted among different numbers of people."""
    for numbers in compared(leaflet):
        found: dict[int, str] = {}
        for name, text in numbers:
            fact = leaflet.facts.get(name)
            if isinstance(fact, Risk) and fact.total not in found:
                if found:
                    first, other = next(iter(found.items()))
                    yield Fault(
                        f"{{{name}}} is out of {fact.total}, {{{other}}} in the same list out of {first}",
                        text.location,
                        "Count all risks of one list among the same number of people",
                    )
                found[fact.total] = name
