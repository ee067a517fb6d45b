from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import held_faults
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.press_facts import Construct, Held
from polyleaf.model.press_file import PressFile


@check(
    "press/transfer-function",
    severity=Severity.ERROR,
    rationale="""
        A transfer function changes every tint on its way to the plate: light becomes dark, or a picture its own
        negative. Some presses obey it and some do not, and on a screen nothing of it is seen.
    """,
    references=("ISO 15930-7 (PDF/X-4)", "ISO 32000-1, 10.5"),
    example=Example(bad="A graphics state with /TR", good="The colours themselves changed, and no /TR"),
    good=press_file,
    bad=lambda: press_file(page={"held": (Held(Construct.TRANSFER_FUNCTION, "TR", (100.0, 100.0, 200.0, 200.0)),)}),
)
def transfer_function(subject: PressFile) -> Faults:
    """Tints are changed on their way to the plate."""
    yield from held_faults(
        subject,
        Construct.TRANSFER_FUNCTION,
        "A transfer function changes all tints",
        "Export again without transfer functions; change the colours or the picture instead",
    )
