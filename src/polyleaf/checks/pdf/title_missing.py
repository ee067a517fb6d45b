from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity


@check(
    "pdf/title-missing",
    severity=Severity.ERROR,
    rationale="""
        The title is the first thing a screen reader says. Without one it reads out the file's name.
    """,
    references=("WCAG 2.2, 2.4.2", "Matterhorn Protocol 1.1, 06-003", "ISO 14289-1, 7.1"),
    example=Example(bad="no dc:title", good="dc:title: گھٹنے کا اسکین"),
    good=printed,
    bad=lambda: printed(title=" "),
)
def title_missing(subject: PrintedDocument) -> Faults:
    """The file has no title."""
    if not subject.facts.title.strip():
        yield Fault("The file has no title", place(subject), "The template must write the title element")
