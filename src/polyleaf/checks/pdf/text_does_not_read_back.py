from itertools import chain, islice

from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.reading_back import lost
from polyleaf.checks.samples.printed import printed, said
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.wording import quote

_TOLD = 10
"""Most texts of one file that are told one by one."""
_LENGTH = 160


@check(
    "pdf/text-does-not-read-back",
    severity=Severity.ERROR,
    rationale="""
        A validator looks at the form of the tags, not at what they say. A file can pass it and still give a blind
        reader of Bengali or Urdu rubbish, because glyphs do not lead back to letters. So every text of the leaflet is
        compared with what a screen reader gets, letter for letter and in the order of the leaflet.
    """,
    references=("Matterhorn Protocol 1.1, 10-001 and 09-001", "ISO 14289-1, 7.2", "WCAG 2.2, 1.3.2"),
    example=Example(bad="page: ধীরে; tag tree: ধীের", good="page: ধীরে; tag tree: ধীরে"),
    good=lambda: printed(tags=said("Knee scan")),
    bad=lambda: printed(tags=said("Kneescna")),
)
def text_does_not_read_back(subject: PrintedDocument) -> Faults:
    """A screen reader does not get the text of the leaflet."""
    if subject.tags is None:
        return
    source = lost(subject.source, subject.tags, pictures=False) if subject.source else ()
    found = chain(lost(subject.document, subject.tags), source)
    page = None
    for one in islice(found, _TOLD):
        page = one.page
        said_instead = f"the tags say {quote(one.said, _LENGTH)}" if one.said else "the tags say nothing of the kind"
        yield Fault(
            f"{quote(plain(one.text.inlines), _LENGTH)} does not read back: {said_instead}",
            place(subject, one.page),
            "If a template or a style sheet of the project hides or changes this text, mend it; else report this file",
            one.text.source.location,
            one.text.written,
        )
    if more := sum(1 for _ in found):
        yield Fault(f"{more} more texts do not read back", place(subject, page), "Mend those above first")
