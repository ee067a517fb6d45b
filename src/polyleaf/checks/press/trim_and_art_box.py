from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import TRIM, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/trim-and-art-box",
    severity=Severity.ERROR,
    rationale="""
        TrimBox and ArtBox both name the page. PDF/X allows one of them, since two can differ.
    """,
    references=("ISO 15930-7, 6.8 (page boxes)",),
    example=Example(bad="A TrimBox and an ArtBox", good="A TrimBox"),
    good=press_file,
    bad=lambda: press_file(page={"art": TRIM}),
)
def trim_and_art_box(subject: PressFile) -> Faults:
    """A page says twice where it is cut."""
    for page in subject.facts.pages:
        if page.trim is not None and page.art is not None:
            yield Fault("The page has both a TrimBox and an ArtBox", place(subject, page.number), "Keep the TrimBox")
