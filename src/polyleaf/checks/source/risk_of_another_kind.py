from decimal import Decimal

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import risk_boxes
from polyleaf.checks.samples.leaflet import a_leaflet, risks
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.facts import Percent, Quantity, Risk
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet, TermList


@check(
    "source/risk-of-another-kind",
    severity=Severity.ERROR,
    rationale="""
        The number of a risk is printed large, above what may happen. A time or a dose there ("6 hours: the wound gets
        infected") is a slip of the name, and reads as if it were the risk.
    """,
    references=("polyleaf: facts are data", "NHS service manual: numbers in health content"),
    example=Example(bad="{fasting}: the wound gets infected", good="{infection}: the wound gets infected"),
    good=lambda: a_leaflet(risks(a_fact("a")), facts={"a": Risk(1, 100)}),
    bad=lambda: a_leaflet(risks(a_fact("a")), facts={"a": Quantity(Decimal(6), "hour")}),
)
def risk_of_another_kind(leaflet: Leaflet) -> Faults:
    """The number of a risk is no risk."""
    for box in risk_boxes(leaflet):
        lists = [block for block in walk_blocks(box.blocks) if isinstance(block, TermList)]
        for number in (item.term for block in lists for item in block.items):
            for name in number.placeholders:
                fact = leaflet.facts.get(name)
                if fact is not None and not isinstance(fact, Risk | Percent):
                    yield Fault(
                        f"{{{name}}} is no risk: it is a {type(fact).__name__.lower()}",
                        number.location,
                        "Name a fact such as {risk: 1, in: 100}; a time or a dose belongs into the words",
                    )
