from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import count, listed, quote


@check(
    "press/spot-mixed-twice",
    severity=Severity.ERROR,
    rationale="""
        A spot colour that is described in two ways is two colours wherever it is not printed as an ink of its own: on
        a proof, on a digital press, or turned into four inks.
    """,
    references=("ISO 15930-7, 6.2.4.4", "GWG 2022, R0020"),
    example=Example(
        bad="PANTONE 300 C as cyan 100, magenta 44 on one page and as cyan 100, magenta 30 on the next",
        good="One description for all of the file",
    ),
    good=press_file,
    bad=lambda: press_file(spots=("PANTONE 300 C",), mixed_spots=("PANTONE 300 C",)),
)
def spot_mixed_twice(subject: PressFile) -> Faults:
    """A spot colour is described in two ways."""
    mixed = subject.facts.mixed_spots
    if mixed:
        yield Fault(
            f"{count(len(mixed), 'spot colour')} mixed in more than one way: {listed(map(quote, mixed))}",
            place(subject),
            "Give it one description, in all pictures and drawings that are placed",
        )
