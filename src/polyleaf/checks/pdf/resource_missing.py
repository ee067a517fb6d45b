from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote


@check(
    "pdf/resource-missing",
    severity=Severity.ERROR,
    rationale="""
        A page calls its fonts and pictures by name. A name that nothing in the file has is a picture or a line of text
        that is not there; viewers say nothing of it.
    """,
    references=("ISO 32000-1, 7.8.3",),
    example=Example(
        bad="A page that sets text in the font F2, and only F1 is in the file",
        good="A page whose names are all in the file",
    ),
    good=printed,
    bad=lambda: printed(missing=("Font /F2",)),
)
def resource_missing(subject: PrintedDocument) -> Faults:
    """Something the page shows is not in the file."""
    for page in subject.facts.pages:
        if page.missing:
            yield Fault(
                f"The page uses what is not in the file: {listed(map(quote, page.missing))}",
                place(subject, page.number),
                "Build the leaflet again; if this stays, report it: it is a fault of polyleaf",
            )
