from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import overlaps
from polyleaf.model.press_facts import Annotation
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import count, listed, quote

_HARMLESS = ("TrapNet", "PrinterMark", "Popup")
"""Annotations that PDF/X knows, and the windows of notes, which print nothing."""


@check(
    "press/annotation-on-page",
    severity=Severity.ERROR,
    rationale="""
        Notes and links are not part of the page: some machines print them and some do not.
    """,
    references=("ISO 15930-7, 6.14 (annotations)",),
    example=Example(bad="A link on the address of the hospital", good="The address as plain text"),
    good=press_file,
    bad=lambda: press_file(page={"annotations": (Annotation("Link", (100.0, 100.0, 200.0, 120.0)),)}),
)
def annotation_on_page(subject: PressFile) -> Faults:
    """A note or link stands on the printed page."""
    for page in subject.facts.pages:
        found = [one for one in page.annotations if one.kind not in _HARMLESS and overlaps(one.box, page.printed)]
        if found:
            kinds = listed(dict.fromkeys(quote(one.kind) for one in found))
            yield Fault(
                f"{count(len(found), 'annotation')} on the page: {kinds}",
                place(subject, page.number, found[0].box),
                "Export for print, without links and comments",
            )
