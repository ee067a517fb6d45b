import re
from decimal import Decimal

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import readable
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.block_texts import every_text
from polyleaf.model.facts import Quantity
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

_FACTS = {"fasting": Quantity(Decimal(6), "hour")}
_OTHER = re.compile(r"\[\s*(\w+)\s*\]|<\s*(\w+)\s*>|\{\s*(\w+)\s*\}|%(\w+)%|«\s*(\w+)\s*»|\$(\w+)\b")


@check(
    "source/fact-in-other-brackets",
    severity=Severity.ERROR,
    rationale="""
        "Do not eat for [fasting] before you come in" is printed just so: the patient never learns for how long.
    """,
    references=("polyleaf: facts are data",),
    example=Example(bad="Do not eat for [fasting].", good="Do not eat for {fasting}."),
    good=lambda: a_leaflet(a_paragraph("Do not eat for ", a_fact("fasting"), "."), facts=_FACTS),
    bad=lambda: a_leaflet(a_paragraph("Do not eat for [fasting]."), facts=_FACTS),
)
def fact_in_other_brackets(leaflet: Leaflet) -> Faults:
    """The name of a fact stands in brackets that print it as it is."""
    names = {name.casefold(): name for name in leaflet.facts}
    for text in every_text(leaflet):
        for match in _OTHER.finditer(readable(text, leaflet.facts)):
            name = next(group for group in match.groups() if group)
            if known := names.get(name.casefold()):
                yield Fault(f"{quote(match[0])} prints no fact", text.location, f"Write {{{known}}}")
