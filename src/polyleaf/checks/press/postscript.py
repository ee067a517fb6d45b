from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import held_faults
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.press_facts import Construct, Held
from polyleaf.model.press_file import PressFile


@check(
    "press/postscript",
    severity=Severity.ERROR,
    rationale="""
        Fragments of PostScript are carried out by old printers and passed over by new ones: what they draw is on one
        print and missing on the other.
    """,
    references=("ISO 15930-7 (PDF/X-4)", "ISO 32000-1, 8.8.2"),
    example=Example(bad="A PostScript XObject", good="The same drawing as PDF"),
    good=press_file,
    bad=lambda: press_file(page={"held": (Held(Construct.POSTSCRIPT, "Fm0", (100.0, 100.0, 200.0, 200.0)),)}),
)
def postscript(subject: PressFile) -> Faults:
    """Part of the page is PostScript."""
    yield from held_faults(
        subject,
        Construct.POSTSCRIPT,
        "A part of the page is a program in PostScript",
        "Export again as plain PDF, by way of no PostScript printer",
    )
