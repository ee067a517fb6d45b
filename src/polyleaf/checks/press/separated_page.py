from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import held_faults
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.press_facts import Construct, Held
from polyleaf.model.press_file import PressFile


@check(
    "press/separated-page",
    severity=Severity.ERROR,
    rationale="""
        In a file that was separated beforehand, each page is one plate of a page. Printed as it is, every page comes
        four times, in grey.
    """,
    references=("ISO 15930-7 (PDF/X-4)", "ISO 32000-1, 14.11.4"),
    example=Example(bad="A page that is the cyan plate of another", good="One page with all its inks"),
    good=press_file,
    bad=lambda: press_file(page={"held": (Held(Construct.SEPARATED, "Cyan", (100.0, 100.0, 200.0, 200.0)),)}),
)
def separated_page(subject: PressFile) -> Faults:
    """A page is one plate only."""
    yield from held_faults(
        subject,
        Construct.SEPARATED,
        "The page is one plate of a page that was separated before",
        "Export composite pages, with all inks on one page, and let the print shop separate them",
    )
