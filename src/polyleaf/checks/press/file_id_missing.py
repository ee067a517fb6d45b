from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/file-id-missing",
    severity=Severity.ERROR,
    rationale="""
        The identifier in the trailer tells a print shop whether it has seen this very file before.
    """,
    references=("ISO 15930-7, 6.3 (ID)", "ISO 32000-1, 14.4"),
    example=Example(bad="No ID in the trailer", good="ID with two strings"),
    good=press_file,
    bad=lambda: press_file(has_id=False),
)
def file_id_missing(subject: PressFile) -> Faults:
    """The file has no identity."""
    if not subject.facts.has_id:
        yield Fault(
            "The file has no identifier (ID in the trailer)", place(subject), "Export the file again from its program"
        )
