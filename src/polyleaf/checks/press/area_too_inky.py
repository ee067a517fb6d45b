from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import InkArea, PressFile


@check(
    "press/area-too-inky",
    severity=Severity.WARNING,
    rationale="""
        A single heavy colour in a thin line does no harm. Where a whole square of 15 mm is heavy, the sheet does not
        dry.
    """,
    references=("GWG 2022, R0026",),
    example=Example(bad="A photograph in which a square of 15 mm has 340 % ink", good="No such square above 320 %"),
    good=press_file,
    bad=lambda: press_file(areas=(InkArea(1, (100.0, 100.0, 142.5, 142.5), 341.0),)),
)
def area_too_inky(subject: PressFile) -> Faults:
    """A part of the page takes too much ink."""
    for area in subject.areas:
        if area.ink > subject.limits.ink:
            yield Fault(
                f"A square of 15 mm takes {area.ink:.0f} % ink on average, more than {subject.limits.ink:.0f} %",
                place(subject, area.page, area.box),
                "Make the picture lighter, or export with a profile of less ink",
            )
