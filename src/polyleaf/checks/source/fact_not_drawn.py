from decimal import Decimal

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet, entries
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.box_kind import Content
from polyleaf.model.facts import Number, Quantity
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Box, Leaflet, TermList
from polyleaf.model.scales import MOST_DROPS, drops, temperature

_WANTED = {
    "drops": (drops, f"a whole number of drops from 1 to {MOST_DROPS}", "{number: 4}"),
    "thermometer": (temperature, "a temperature", "{quantity: 38, unit: celsius}"),
}
"""Kind of box -> what reads a fact for its picture, what that has to be, and how it is written."""


@check(
    "source/fact-not-drawn",
    severity=Severity.ERROR,
    rationale="""
        Drops and thermometers are drawn from the facts in their boxes. A fact of another kind there has no picture, and
        most likely is a slip of the name.
    """,
    references=("polyleaf: facts are data",),
    example=Example(bad="drops: {quantity: 4, unit: ml}", good="drops: {number: 4}"),
    good=lambda: a_leaflet(entries("drops", a_fact("a")), facts={"a": Number(Decimal(4))}),
    bad=lambda: a_leaflet(entries("drops", a_fact("a")), facts={"a": Quantity(Decimal(4), "ml")}),
)
def fact_not_drawn(leaflet: Leaflet) -> Faults:
    """A fact in a box that draws drops or temperatures is none."""
    for box in walk_blocks(leaflet.blocks):
        if isinstance(box, Box) and box.kind.content is Content.FACTS:
            read, words, example = _WANTED[box.kind.name]
            for block in box.blocks:
                for item in block.items if isinstance(block, TermList) and block.drawn else ():
                    for name in item.term.placeholders:
                        if name in leaflet.facts and read(leaflet.facts[name]) is None:
                            yield Fault(
                                f"{{{name}}} has no picture: it is not {words}",
                                item.term.location,
                                f"Declare it as {name}: {example}, or write :::{{{box.kind} words}}",
                            )
