from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import count


@check(
    "press/form-field",
    severity=Severity.ERROR,
    rationale="""
        What stands in a field is drawn by the program that shows it, so nobody knows what a press will draw.
    """,
    references=("ISO 15930-7, 6.15 (interactive forms)",),
    example=Example(bad="A field for a name", good="A printed line"),
    good=press_file,
    bad=lambda: press_file(fields=2),
)
def form_field(subject: PressFile) -> Faults:
    """The file has form fields."""
    if subject.facts.fields:
        yield Fault(
            f"The file has {count(subject.facts.fields, 'form field')}",
            place(subject),
            "Flatten the form, or export without fields",
        )
