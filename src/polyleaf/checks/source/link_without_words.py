import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.checks.samples.text import a_link
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet

_EMPTY = re.compile(r"(?<![\\\\!])\[\s*\]\((?P<address>[^)\s]*)")


@check(
    "source/link-without-words",
    severity=Severity.WARNING,
    rationale="""
        A link without words cannot be seen on paper and says nothing to people who listen. Its address is printed
        instead, letter by letter, which is seldom what was meant.
    """,
    references=("WCAG 2.2, 2.4.4", "Matterhorn Protocol 1.1, 28-012"),
    example=Example(bad="Read [](https://www.example.org).", good="Read [our advice](https://www.example.org)."),
    good=lambda: a_leaflet(a_paragraph("Read ", a_link("https://www.example.org", "our advice"), ".")),
    bad=lambda: a_leaflet(a_paragraph("Read ", a_link("https://www.example.org"), ".")),
)
def link_without_words(leaflet: Leaflet) -> Faults:
    """A link has no words."""
    for text in every_text(leaflet):
        for match in _EMPTY.finditer(text.msgid):
            yield Fault(
                f"The link to {match['address'] or 'nowhere'} has no words",
                text.location,
                "Write between the brackets what the reader finds there",
            )
