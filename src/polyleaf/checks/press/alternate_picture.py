from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import held_faults
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.press_facts import Construct, Held
from polyleaf.model.press_file import PressFile


@check(
    "press/alternate-picture",
    severity=Severity.ERROR,
    rationale="""
        A picture with alternates is one picture on a screen and another on paper: nobody has seen what is printed.
    """,
    references=("ISO 15930-7 (PDF/X-4)", "ISO 32000-1, 8.9.5.4"),
    example=Example(bad="A picture with /Alternates", good="One picture for screen and paper"),
    good=press_file,
    bad=lambda: press_file(page={"held": (Held(Construct.ALTERNATES, "Im0", (100.0, 100.0, 200.0, 200.0)),)}),
)
def alternate_picture(subject: PressFile) -> Faults:
    """A picture is another one in print."""
    yield from held_faults(
        subject,
        Construct.ALTERNATES,
        "A picture has another version, which may be printed in its place",
        "Export again with one version of each picture",
    )
