from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/title-missing",
    severity=Severity.ERROR,
    rationale="""
        A title is what the operator reads on the screen of the press; a file without one is known by a number.
    """,
    references=("ISO 15930-7, 6.5 (dc:title)",),
    example=Example(bad="No title in the metadata", good="Title: Knee scan"),
    good=press_file,
    bad=lambda: press_file(info={}, xmp={"pdfxid:GTS_PDFXVersion": "PDF/X-4"}),
)
def title_missing(subject: PressFile) -> Faults:
    """The file has no title."""
    if not (subject.facts.info.get("Title", "").strip() or subject.facts.xmp.get("dc:title", "").strip()):
        yield Fault("The file has no title", place(subject), "Give the document a title before exporting it")
