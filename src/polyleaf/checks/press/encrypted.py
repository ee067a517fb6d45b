from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/encrypted",
    severity=Severity.ERROR,
    rationale="""
        A locked file cannot be imposed or corrected, and many machines do not open it at all.
    """,
    references=("ISO 15930-7, 6.3 (Encrypt)",),
    example=Example(bad="A file with a password for changes", good="The same without"),
    good=press_file,
    bad=lambda: press_file(encrypted=True),
)
def encrypted(subject: PressFile) -> Faults:
    """The file is encrypted."""
    if subject.facts.encrypted:
        yield Fault("The file is encrypted", place(subject), "Save it without a password and without restrictions")
