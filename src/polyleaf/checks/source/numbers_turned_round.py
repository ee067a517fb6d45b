from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import readable
from polyleaf.checks.samples.leaflet import a_paragraph, in_project
from polyleaf.checks.turned_numbers import turned
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.language import Direction
from polyleaf.model.subject import LeafletInProject
from polyleaf.model.wording import quote


@check(
    "source/numbers-turned-round",
    severity=Severity.ERROR,
    rationale="""
        In Arabic, Persian, Urdu and Hebrew, groups of digits with spaces between them are set in reverse order:
        "01632 960 100" is printed as "100 960 01632", and a plus sign moves to the end. The number is wrong on paper
        and right in the editor. Facts are isolated and keep their order.
    """,
    references=("Unicode Standard Annex 9, Bidirectional Algorithm: rules W4 and N1",),
    example=Example(bad="اتصل بالرقم 01632 960 100.", good="اتصل بالرقم {ward_phone}."),
    good=lambda: in_project(a_paragraph("اتصل بالرقم 01632960100 بين 8 و 10."), direction=Direction.RTL),
    bad=lambda: in_project(a_paragraph("اتصل بالرقم 01632 960 100."), direction=Direction.RTL),
)
def numbers_turned_round(subject: LeafletInProject) -> Faults:
    """A telephone number would be printed in reverse order."""
    if subject.direction is not Direction.RTL:
        return
    for text in (*every_text(subject.leaflet), *subject.words):
        for line in readable(text, {}).split("\n"):
            for number in turned(line):
                yield Fault(
                    f"{quote(number)} would be printed with its groups in reverse order",
                    text.location,
                    "Declare it under facts and write {its_name}, or write its digits without spaces",
                )
