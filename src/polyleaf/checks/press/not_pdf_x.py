from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/not-pdf-x",
    severity=Severity.ERROR,
    rationale="""
        A print shop sorts files by what they claim. PDF/X-4 promises that fonts are inside, that boxes are true and
        that the way of printing is named; without the claim somebody has to look for all of it.
    """,
    references=("GWG 2022, R0001", "ISO 15930-7, 6.2"),
    example=Example(bad="No GTS_PDFXVersion in the metadata", good="GTS_PDFXVersion is PDF/X-4"),
    good=press_file,
    bad=lambda: press_file(xmp={}, info={}),
)
def not_pdf_x(subject: PressFile) -> Faults:
    """The file does not claim to be PDF/X."""
    if not subject.facts.pdfx.startswith("PDF/X-"):
        yield Fault("The file does not say that it is PDF/X", place(subject), "Export it as PDF/X-4")
