from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import quote


@check(
    "press/metadata-differs",
    severity=Severity.WARNING,
    rationale="""
        Titles stand twice in a PDF, in the old document information and in the new metadata packet. Where they
        differ, one of them is of another document.
    """,
    references=("ISO 15930-7, 6.5", "ISO 32000-1, 14.3"),
    example=Example(bad="Title: Knee scan; dc:title: Hip scan", good="The same in both places"),
    good=press_file,
    bad=lambda: press_file(xmp={"pdfxid:GTS_PDFXVersion": "PDF/X-4", "dc:title": "Hip scan"}),
)
def metadata_differs(subject: PressFile) -> Faults:
    """The file says two things of itself."""
    says, other = subject.facts.xmp.get("pdfxid:GTS_PDFXVersion", ""), subject.facts.info.get("GTS_PDFXVersion", "")
    if says and other and says != other:
        yield Fault(
            f"The file says that it is {quote(says)} in one place and {quote(other)} in another",
            place(subject),
            "Export the file again from its program",
        )
    old, new = subject.facts.info.get("Title", "").strip(), subject.facts.xmp.get("dc:title", "").strip()
    if old and new and old != new:
        yield Fault(
            f"The title is {quote(old)} in one place and {quote(new)} in another",
            place(subject),
            "Export the file again from its program",
        )
