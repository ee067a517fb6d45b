from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import held_faults
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.press_facts import Construct, Held
from polyleaf.model.press_file import PressFile


@check(
    "press/opi",
    severity=Severity.ERROR,
    rationale="""
        OPI puts a coarse picture into the file and the address of the fine one beside it. Whoever has not got the fine
        one, on the very server it was made for, prints the coarse one.
    """,
    references=("ISO 15930-7 (PDF/X-4)", "ISO 32000-1, 14.11.7"),
    example=Example(bad="A picture with /OPI", good="The fine picture in the file"),
    good=press_file,
    bad=lambda: press_file(page={"held": (Held(Construct.OPI, "Im0", (100.0, 100.0, 200.0, 200.0)),)}),
)
def opi(subject: PressFile) -> Faults:
    """A picture is a stand-in for another on a server."""
    yield from held_faults(
        subject,
        Construct.OPI,
        "A picture is a stand-in for one on a server (OPI)",
        "Put the fine pictures into the file when exporting, and leave OPI comments out",
    )
