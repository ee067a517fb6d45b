import re
from decimal import Decimal

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import DIAGRAM_LABEL, readable
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.checks.samples.text import a_fact
from polyleaf.model.block_texts import every_text
from polyleaf.model.facts import Quantity
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import listed, quote

_NAME = re.compile(r"(?<!\w)[A-Za-zÀ-ɏͰ-ӿ][\w./-]*")
"""A word that begins with a letter of a cased script: its digits are part of a name (COVID-19, T12, example.org/5)."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*%?")


@check(
    "source/number-not-a-fact",
    severity=Severity.WARNING,
    rationale="""
        A number typed into the text is copied by hand in every translation, and one wrong digit in a dose or a phone
        number can harm. A fact is declared once, and polyleaf writes it in every language.
    """,
    references=("polyleaf: facts are data",),
    example=Example(bad="Do not eat for 6 hours.", good="Do not eat for {fasting}."),
    good=lambda: a_leaflet(
        a_paragraph("Do not eat for ", a_fact("fasting"), " after a COVID-19 test of your T12."),
        facts={"fasting": Quantity(Decimal(6), "hour")},
    ),
    bad=lambda: a_leaflet(a_paragraph("Do not eat for 6 hours.")),
)
def number_not_a_fact(leaflet: Leaflet) -> Faults:
    """A number stands in the text instead of a fact."""
    for text in every_text(leaflet):
        if text.context == DIAGRAM_LABEL:
            continue
        numbers = _NUMBER.findall(_NAME.sub(" ", readable(text, leaflet.facts)))
        if numbers:
            verb = "is" if len(numbers) == 1 else "are"
            yield Fault(
                f"{listed((quote(number, 20) for number in numbers), 4)} {verb} typed into the text",
                text.location,
                "Declare it under facts and write {its_name}; a year or a code is a fact of the kind term",
            )
