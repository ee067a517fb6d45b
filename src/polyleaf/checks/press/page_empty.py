from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import page_paths, page_texts, place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/page-empty",
    severity=Severity.WARNING,
    rationale="""
        An empty page is printed and paid for. Where it is meant, the print shop wants to know.
    """,
    references=("GWG 2022, R0005",),
    example=Example(bad="A last page without anything", good="No such page, or a word to the print shop"),
    good=press_file,
    bad=lambda: press_file(texts=(), paths=()),
)
def page_empty(subject: PressFile) -> Faults:
    """A page is empty."""
    drawn = not (subject.undrawn or subject.facts.broken_fonts or subject.facts.damage)  # else it is told as what it is
    blank = {area.page for area in subject.areas if drawn and area.ink == 0}
    for page in subject.facts.pages:
        if page.number in blank or not (any(page_texts(page)) or any(page_paths(page)) or page.images or page.shadings):
            yield Fault(
                "Nothing is printed on the page",
                place(subject, page.number),
                "Remove it, or tell the print shop that it is meant",
            )
