from collections.abc import Iterator

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_facts import PressFacts
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import listed

_OLD = ("PDF/X-1", "PDF/X-3")


@check(
    "press/older-standard",
    severity=Severity.ERROR,
    rationale="""
        PDF/X-1a and PDF/X-3 are for machines that know neither transparency nor layers. A file that says so and holds
        them is sent to such a machine, which prints what shines through as solid, or leaves it out.
    """,
    references=("ISO 15930-4, 6.11 (PDF/X-1a:2003)", "ISO 15930-6 (PDF/X-3:2003)", "GWG 2022, R0001"),
    example=Example(bad="A file that says PDF/X-1a, with a soft shadow", good="The same as PDF/X-4"),
    good=press_file,
    bad=lambda: press_file(xmp={}, info={"GTS_PDFXVersion": "PDF/X-1a:2003"}, page={"transparent": True}),
)
def older_standard(subject: PressFile) -> Faults:
    """The file holds what the standard that it names does not have."""
    facts = subject.facts
    found = list(_newer(facts)) if facts.pdfx.startswith(_OLD) else []
    if found:
        yield Fault(
            f"The file says that it is {facts.pdfx[:20]}, which does not have {listed(found)}",
            place(subject),
            "Export it as PDF/X-4, or flatten it",
        )


def _newer(facts: PressFacts) -> Iterator[str]:
    if any(page.transparent for page in facts.pages):
        yield "transparency"
    if facts.layers:
        yield "layers"
