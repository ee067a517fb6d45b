from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.printed import PDF
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.subject import BrokenFile

_FAULT = Fault("The file ends in the middle", Location(PDF), "Build it again")


@check(
    "pdf/unreadable",
    severity=Severity.ERROR,
    rationale="""
        A file that polyleaf cannot read back has not been judged, and may not open on a reader's screen or at the
        print shop.
    """,
    references=("ISO 32000-2", "polyleaf: nothing may be silently wrong"),
    example=Example(bad="A PDF that was cut off when the disk was full", good="A whole PDF"),
    good=lambda: BrokenFile("knee-scan", PDF, ()),
    bad=lambda: BrokenFile("knee-scan", PDF, (_FAULT,)),
)
def unreadable(file: BrokenFile) -> Faults:
    """The file cannot be read."""
    return file.faults
