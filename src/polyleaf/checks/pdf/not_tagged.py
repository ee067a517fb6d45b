from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity


@check(
    "pdf/not-tagged",
    severity=Severity.ERROR,
    rationale="""
        Without tags a screen reader cannot tell a heading from a page number, nor the order of the text. People who
        do not see get a heap of words.
    """,
    references=("ISO 14289-1, 7.1", "Matterhorn Protocol 1.1, 01-005", "WCAG 2.2, 1.3.1"),
    example=Example(
        bad="/MarkInfo missing, no /StructTreeRoot", good="/MarkInfo << /Marked true >> and a structure tree"
    ),
    good=printed,
    bad=lambda: printed(tagged=False),
)
def not_tagged(subject: PrintedDocument) -> Faults:
    """The file has no tags."""
    if not subject.facts.tagged:
        yield Fault("The file has no structure tags", place(subject), "Build it with the output `accessible`")
