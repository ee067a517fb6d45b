import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import quote

_KNOWN = re.compile(r"PDF/X-(?:1a?|2|3|4p?|5(?:g|pg|n)|6[np]?)(?::\d{4})?")
"""ISO 15930, parts 1 to 9."""


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
    said = subject.facts.pdfx
    if not said.startswith("PDF/X-"):
        yield Fault("The file does not say that it is PDF/X", place(subject), "Export it as PDF/X-4")
    elif not _KNOWN.fullmatch(said.strip()):
        what = f"The file says that it is {quote(said, 20)}, which no standard is"
        yield Fault(what, place(subject), "Export it as PDF/X-4")
