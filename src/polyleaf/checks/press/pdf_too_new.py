from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/pdf-too-new",
    severity=Severity.WARNING,
    rationale="""
        PDF/X-4 is made for PDF 1.6. Machines of print shops may not read what came later.
    """,
    references=("ISO 15930-7, 6.1", "ISO 32000-2"),
    example=Example(bad="PDF 2.0", good="PDF 1.6"),
    good=press_file,
    bad=lambda: press_file(version="2.0"),
)
def pdf_too_new(subject: PressFile) -> Faults:
    """The PDF version is newer than the print standard."""
    if subject.facts.version > "1.7":
        yield Fault(
            f"The file is PDF {subject.facts.version}, PDF/X-4 is PDF 1.6", place(subject), "Export it as PDF/X-4"
        )
