from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import listed, quote


@check(
    "press/resource-missing",
    severity=Severity.ERROR,
    rationale="""
        A page calls its fonts and pictures by name. A name that nothing in the file has is a picture or a line of text
        that is not there; viewers say nothing of it.
    """,
    references=("ISO 32000-1, 7.8.3",),
    example=Example(
        bad="A page that draws the picture Im1, and only Im0 is in the file",
        good="A page whose names are all in the file",
    ),
    good=press_file,
    bad=lambda: press_file(page={"missing": ("XObject /Im1",)}),
)
def resource_missing(subject: PressFile) -> Faults:
    """Something the page draws is not in the file."""
    for page in subject.facts.pages:
        if page.missing:
            yield Fault(
                f"The page uses what is not in the file: {listed(map(quote, page.missing))}",
                place(subject, page.number),
                "Export it again: a picture, font or colour was lost",
            )
