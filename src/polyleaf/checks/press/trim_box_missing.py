from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/trim-box-missing",
    severity=Severity.ERROR,
    rationale="""
        Without a TrimBox nobody knows which part of the sheet is the page: marks may be printed on it, or text cut
        away.
    """,
    references=("ISO 15930-7, 6.8 (page boxes)", "GWG 2022, R0001"),
    example=Example(bad="Only a MediaBox", good="TrimBox of 210 by 297 mm"),
    good=press_file,
    bad=lambda: press_file(page={"trim": None}),
)
def trim_box_missing(subject: PressFile) -> Faults:
    """A page does not say where it is cut."""
    for page in subject.facts.pages:
        if page.trim is None and page.art is None:
            yield Fault("The page has no TrimBox", place(subject, page.number), "Export with trim and bleed boxes")
