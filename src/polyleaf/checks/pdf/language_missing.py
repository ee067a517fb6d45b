from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity


@check(
    "pdf/language-missing",
    severity=Severity.ERROR,
    rationale="""
        A screen reader chooses its voice by the language of the file. Without one, Urdu is spelt out by an English
        voice, and nobody understands a word.
    """,
    references=("WCAG 2.2, 3.1.1", "Matterhorn Protocol 1.1, 11-006"),
    example=Example(bad="/Catalog without /Lang", good="/Lang (ur)"),
    good=lambda: printed(language="ur"),
    bad=lambda: printed(language=""),
)
def language_missing(subject: PrintedDocument) -> Faults:
    """The file does not say its language."""
    if not subject.facts.language.strip():
        yield Fault(
            f"The file does not say that it is in {subject.document.language.english}",
            place(subject),
            "The template must write lang on the html element",
        )
