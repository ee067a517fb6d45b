from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote


@check(
    "pdf/language-wrong",
    severity=Severity.ERROR,
    rationale="""
        A file that gives another language than its own is read aloud by the wrong voice, and is handed to the wrong
        patient by staff who trust its label.
    """,
    references=("WCAG 2.2, 3.1.1", "Matterhorn Protocol 1.1, 11-007"),
    example=Example(bad="/Lang (en-GB) in an Urdu leaflet", good="/Lang (ur)"),
    good=lambda: printed(language="ur"),
    bad=lambda: printed(language="en-GB"),
)
def language_wrong(subject: PrintedDocument) -> Faults:
    """The file gives another language than its own."""
    given, wanted = subject.facts.language.strip(), subject.document.language.tag
    if given and given.casefold() != wanted.casefold():
        yield Fault(
            f"The file says that it is in {quote(given)}, it is in {subject.document.language.english} ({wanted})",
            place(subject),
            "The template must write the document's language on the html element",
        )
