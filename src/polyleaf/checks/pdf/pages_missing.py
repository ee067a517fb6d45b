from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import count


@check(
    "pdf/pages-missing",
    severity=Severity.ERROR,
    rationale="""
        Viewers leave out a page that is damaged without a word, and nobody misses what is not there. So the pages of
        the finished file are counted, and must be as many as were laid out.
    """,
    references=("ISO 32000-1, 7.7.3",),
    example=Example(bad="Four pages laid out, and three in the file", good="Four pages laid out, and four in the file"),
    good=lambda: printed(laid_out=1),
    bad=lambda: printed(laid_out=2),
)
def pages_missing(subject: PrintedDocument) -> Faults:
    """The file has other pages than were laid out."""
    found = len(subject.facts.pages)
    if subject.laid_out not in (None, found):
        yield Fault(
            f"{count(subject.laid_out, 'page')} laid out, and {found} can be found in the file",
            place(subject),
            "Build the leaflet again; if this stays, report it: it is a fault of polyleaf",
        )
