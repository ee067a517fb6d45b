from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import listed, quote


@check(
    "press/operator-unknown",
    severity=Severity.ERROR,
    rationale="""
        A page is drawn by some seventy commands. One that PDF does not have is passed over by one program and ends the
        page in another: a line of text or a picture is there on one machine and gone on the next.
    """,
    references=("ISO 32000-1, 7.8.2 and table 51", "ISO 15930-7 (PDF/X-4)"),
    example=Example(bad="A page with the command TJJ, or 0,5 for a number", good="A page of the commands of PDF"),
    good=press_file,
    bad=lambda: press_file(page={"strange": ("TJJ",)}),
)
def operator_unknown(subject: PressFile) -> Faults:
    """The content of a page is not PDF."""
    for page in subject.facts.pages:
        if page.strange:
            yield Fault(
                f"The page holds commands that PDF does not have: {listed(map(quote, page.strange))}",
                place(subject, page.number),
                "What they were to draw may be lost: export it again, with another version of the program if it comes "
                "again",
            )
