from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/page-scaled",
    severity=Severity.ERROR,
    rationale="""
        UserUnit changes the size of everything on a page, and few machines obey it: the page is printed too small.
    """,
    references=("GWG 2022, R0002", "ISO 15930-7, 6.8"),
    example=Example(bad="UserUnit 2", good="No UserUnit"),
    good=press_file,
    bad=lambda: press_file(page={"user_unit": 2.0}),
)
def page_scaled(subject: PressFile) -> Faults:
    """A page is scaled by an entry of the file."""
    for page in subject.facts.pages:
        if page.user_unit != 1.0:
            yield Fault(
                f"The page is scaled by {page.user_unit:g} (UserUnit)",
                place(subject, page.number),
                "Lay the page out in its true size",
            )
