from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import TRIM, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile

_TOLERANCE = 0.1
"""pt: boxes are rounded when they are written."""


@check(
    "press/crop-hides-sheet",
    severity=Severity.ERROR,
    rationale="""
        The CropBox is what a screen shows. Where it is smaller than the sheet, some machines print only that, and the
        marks and the bleed are gone.
    """,
    references=("GWG 2022, R0003",),
    example=Example(bad="CropBox equal to the TrimBox", good="CropBox equal to the MediaBox, or none"),
    good=press_file,
    bad=lambda: press_file(page={"crop": TRIM}),
)
def crop_hides_sheet(subject: PressFile) -> Faults:
    """The file hides a part of the sheet."""
    for page in subject.facts.pages:
        if page.crop is not None and any(
            abs(one - other) > _TOLERANCE for one, other in zip(page.crop, page.media, strict=True)
        ):
            yield Fault(
                "The CropBox is not the whole sheet", place(subject, page.number), "Set the CropBox to the MediaBox"
            )
