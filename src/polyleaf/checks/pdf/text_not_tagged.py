from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed, said
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote


@check(
    "pdf/text-not-tagged",
    severity=Severity.ERROR,
    rationale="""
        Whatever is painted is either said, or marked as furniture (an Artifact) that nobody needs to hear. Text that
        is neither is on the page and does not exist for a screen reader.
    """,
    references=("ISO 14289-1, 7.1", "Matterhorn Protocol 1.1, 01-005"),
    example=Example(bad="text outside of every mark", good="text in marked content of a P, or in an Artifact"),
    good=lambda: printed(tags=said("Knee scan")),
    bad=lambda: printed(tags=said("Knee scan", loose=("Call 999",))),
)
def text_not_tagged(subject: PrintedDocument) -> Faults:
    """Text is neither in the tag tree nor furniture."""
    if subject.tags is not None and subject.tags.loose:
        yield Fault(
            f"{listed(map(quote, subject.tags.loose))} on the page, but not in the tags",
            place(subject),
            "If a template of the project prints this text, put it into an element; else report this file",
        )
