from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import held_faults
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.press_facts import Construct, Held
from polyleaf.model.press_file import PressFile


@check(
    "press/reference-to-file",
    severity=Severity.ERROR,
    rationale="""
        A reference XObject shows a page of another file. At the print shop that file is not there, and a stand-in is
        printed.
    """,
    references=("ISO 15930-7 (PDF/X-4)", "ISO 32000-1, 8.10.4"),
    example=Example(bad="A form with /Ref", good="The page itself in the file"),
    good=press_file,
    bad=lambda: press_file(page={"held": (Held(Construct.REFERENCE, "Fm0", (100.0, 100.0, 200.0, 200.0)),)}),
)
def reference_to_file(subject: PressFile) -> Faults:
    """Part of the page lies in another file."""
    yield from held_faults(
        subject,
        Construct.REFERENCE,
        "A part of the page lies in another file",
        "Put what it refers to into the file itself",
    )
