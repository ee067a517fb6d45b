from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import TRIM, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import MM, PressFile

_TOLERANCE = 0.1
"""pt: boxes are rounded when they are written."""


@check(
    "press/bleed-too-small",
    severity=Severity.ERROR,
    rationale="""
        Sheets are cut in stacks, and the knife wanders. Bleed is the colour that is cut away; 3 mm of it are asked
        for everywhere.
    """,
    references=("GWG 2022", "Scandinavian Book and Bookpress, print guidelines"),
    example=Example(bad="BleedBox equal to TrimBox", good="BleedBox 3 mm larger on every side"),
    good=press_file,
    bad=lambda: press_file(page={"bleed": TRIM}),
)
def bleed_too_small(subject: PressFile) -> Faults:
    """The bleed is too small."""
    for page in subject.facts.pages:
        cut, bleed = page.cut, page.bleed or page.cut
        least = min(cut[0] - bleed[0], cut[1] - bleed[1], bleed[2] - cut[2], bleed[3] - cut[3])
        if least < subject.limits.bleed - _TOLERANCE:
            yield Fault(
                f"The bleed is {max(least, 0.0) / MM:.1f} mm, {subject.limits.bleed / MM:g} mm are asked for",
                place(subject, page.number),
                "Export with bleed, also where nothing is printed up to the edge",
            )
