from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import count


@check(
    "press/layer",
    severity=Severity.WARNING,
    rationale="""
        A layer that is hidden on one screen is shown on another, and machines differ in what they print.
    """,
    references=("ISO 15930-7, 6.10 (optional content)",),
    example=Example(bad="A layer for each language", good="One file for each language"),
    good=press_file,
    bad=lambda: press_file(layers=2),
)
def layer(subject: PressFile) -> Faults:
    """The file has layers."""
    if subject.facts.layers:
        yield Fault(f"The file has {count(subject.facts.layers, 'layer')}", place(subject), "Merge the layers")
