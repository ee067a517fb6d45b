from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/signed",
    severity=Severity.WARNING,
    rationale="""
        A digital signature is broken by the first thing a print shop does to a file, and then warns everybody who
        opens it.
    """,
    references=("ISO 32000-1, 12.8",),
    example=Example(bad="A signed file", good="The same without signature"),
    good=press_file,
    bad=lambda: press_file(signed=True),
)
def signed(subject: PressFile) -> Faults:
    """The file is signed."""
    if subject.facts.signed:
        yield Fault(
            "The file carries a digital signature, which imposing breaks",
            place(subject),
            "Send a copy without signature",
        )
