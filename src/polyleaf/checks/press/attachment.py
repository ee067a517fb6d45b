from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/attachment",
    severity=Severity.ERROR,
    rationale="""
        What is attached is not printed, may be anything, and travels on to everybody who gets the file.
    """,
    references=("ISO 15930-7, 6.3 (EmbeddedFiles)",),
    example=Example(bad="A spreadsheet inside the PDF", good="The PDF alone"),
    good=press_file,
    bad=lambda: press_file(attachments=True),
)
def attachment(subject: PressFile) -> Faults:
    """A file is attached."""
    if subject.facts.attachments:
        yield Fault("Files are attached to the PDF", place(subject), "Remove the attachments")
