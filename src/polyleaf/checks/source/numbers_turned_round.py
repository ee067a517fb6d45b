from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import readable
from polyleaf.checks.samples.leaflet import a_paragraph, in_project
from polyleaf.checks.turned_numbers import turned, unsure
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.language import Direction
from polyleaf.model.subject import LeafletInProject
from polyleaf.model.wording import quote


@check(
    "source/numbers-turned-round",
    severity=Severity.ERROR,
    rationale="""
        In Arabic, Persian, Urdu and Hebrew, groups of digits with spaces between them are set in reverse order. A
        telephone number that begins with 0, + or a code in brackets is printed as it is typed. "555 1234" is not, and
        whoever types a number from its last group, so that an editor shows it right, has it wrong somewhere else.
    """,
    references=("Unicode Standard Annex 9, Bidirectional Algorithm: rules W4 and N1",),
    example=Example(bad="اتصل بالرقم 100 960 01632.", good="اتصل بالرقم {ward_phone}."),
    good=lambda: in_project(a_paragraph("اتصل بالرقم 01632 960 100 بين 8 و 10."), direction=Direction.RTL),
    bad=lambda: in_project(a_paragraph("اتصل بالرقم 100 960 01632."), direction=Direction.RTL),
)
def numbers_turned_round(subject: LeafletInProject) -> Faults:
    """A telephone number is not printed in the order in which it is dialled, or nobody knows whether it is."""
    if subject.direction is not Direction.RTL:
        return
    for text in (*every_text(subject.leaflet), *subject.words):
        for line in readable(text, {}).split("\n"):
            for wrong, remedy in turned(line):
                yield Fault(wrong, text.location, f"Declare it under facts and write {{its_name}}, or {remedy}")
            for number in unsure(line):
                yield Fault(
                    f"{quote(number)} is printed from left to right, but may have been typed from its last group",
                    text.location,
                    "Declare it under facts and write {its_name}, or write its digits without spaces",
                )
