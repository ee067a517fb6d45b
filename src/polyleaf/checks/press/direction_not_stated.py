from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.locales.direction import is_right_to_left
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import quote


@check(
    "press/direction-not-stated",
    severity=Severity.WARNING,
    rationale="""
        A leaflet in Arabic or Urdu is bound at the right. A print shop that reads neither binds it at the left,
        unless the file says so.
    """,
    references=("ISO 32000-1, 12.2 (Direction)",),
    example=Example(bad="Language ar, no Direction", good="Language ar, Direction R2L"),
    good=press_file,
    bad=lambda: press_file(right_to_left=False),
)
def direction_not_stated(subject: PressFile) -> Faults:
    """The file does not say that it is read from the right."""
    tag = subject.facts.language
    if tag and not subject.facts.right_to_left and is_right_to_left(tag):
        yield Fault(
            f"The file is in a language that is read from the right ({quote(tag)}), and does not say so",
            place(subject),
            "Set the binding of the document to the right edge",
        )
