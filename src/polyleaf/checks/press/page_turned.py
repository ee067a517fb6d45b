from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/page-turned",
    severity=Severity.WARNING,
    rationale="""
        A page that is turned by an entry of the file looks right on a screen and lies across on the sheet.
    """,
    references=("GWG 2022, R0004",),
    example=Example(bad="Rotate 90", good="A page that is laid out upright"),
    good=press_file,
    bad=lambda: press_file(page={"rotate": 90}),
)
def page_turned(subject: PressFile) -> Faults:
    """A page is turned."""
    for page in subject.facts.pages:
        if page.rotate:
            yield Fault(
                f"The page is turned by {page.rotate} degrees",
                place(subject, page.number),
                "Lay the page out the way it is read",
            )
