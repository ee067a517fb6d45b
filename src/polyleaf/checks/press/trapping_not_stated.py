from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/trapping-not-stated",
    severity=Severity.ERROR,
    rationale="""
        Trapping lets colours overlap by a hair. Done twice it shows as dark edges, done never as white ones, so the
        file must say.
    """,
    references=("ISO 15930-7, 6.5 (Trapped)",),
    example=Example(bad="Trapped is missing, or Unknown", good="Trapped is False"),
    good=press_file,
    bad=lambda: press_file(trapped=""),
)
def trapping_not_stated(subject: PressFile) -> Faults:
    """Nobody knows whether the file is trapped."""
    if subject.facts.trapped not in ("True", "False"):
        yield Fault("The file does not say whether it is trapped", place(subject), "Set Trapped to False, unless it is")
