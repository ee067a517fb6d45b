from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import count, quote

_LONGEST = 120


@check(
    "press/damaged",
    severity=Severity.ERROR,
    rationale="""
        Programs mend a damaged file each in its own way, or leave out what they cannot read: a page is there on one
        machine and gone on the next. What is left out is not missed by anybody who only looks.
    """,
    references=("ISO 32000-1, 7.3 and 7.5", "ISO 15930-7 (PDF/X-4)"),
    example=Example(
        bad="A file of four pages in which one object does not stand where the table of objects says",
        good="The file as it was exported",
    ),
    good=press_file,
    bad=lambda: press_file(damage=("(object 8 0, offset 96432): expected n n obj",)),
)
def damaged(subject: PressFile) -> Faults:
    """Something in the file is damaged."""
    damage = subject.facts.damage
    if damage:
        more = f", and {count(len(damage) - 1, 'more fault')}" if len(damage) > 1 else ""
        yield Fault(
            f"The file is damaged: {quote(damage[0], _LONGEST)}{more}",
            place(subject),
            "Export it again, or have it sent again: each program mends it another way",
        )
