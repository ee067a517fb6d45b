from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile, Undrawn
from polyleaf.model.wording import quote

_LONGEST = 160


@check(
    "press/cannot-be-drawn",
    severity=Severity.ERROR,
    rationale="""
        A file that one program draws to the end another may not: it stops at the fault and prints half a page, or
        leaves out a picture. Ghostscript, which sits in many printers, says where it stumbled.
    """,
    references=("ISO 15930-7 (PDF/X-4)", "ISO 32000-1, 7.8.2"),
    example=Example(bad="A page that paints with a font whose data are cut off", good="The page exported again"),
    good=press_file,
    bad=lambda: replace(press_file(), undrawn=(Undrawn("error executing PDF token", 1),)),
)
def cannot_be_drawn(subject: PressFile) -> Faults:
    """A part of the file cannot be drawn."""
    for one in subject.undrawn:
        yield Fault(
            f"Ghostscript cannot draw all of it: {quote(one.words, _LONGEST)}",
            place(subject, one.page),
            "Export the file again from the program it comes from; if this comes again, ask the print shop to test it",
        )
