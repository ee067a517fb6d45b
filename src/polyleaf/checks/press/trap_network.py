from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import held_faults
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.press_facts import Construct, Held
from polyleaf.model.press_file import PressFile


@check(
    "press/trap-network",
    severity=Severity.WARNING,
    rationale="""
        A trap network holds thin overlaps between colours, worked out for one press. On another, or after the smallest
        change to the page, they stand in the wrong place.
    """,
    references=("ISO 32000-1, 14.11.6",),
    example=Example(
        bad="A page with an annotation of the type TrapNet", good="A page without; the print shop traps it"
    ),
    good=press_file,
    bad=lambda: press_file(page={"held": (Held(Construct.TRAP_NETWORK, "", (100.0, 100.0, 200.0, 200.0)),)}),
)
def trap_network(subject: PressFile) -> Faults:
    """The page was trapped beforehand."""
    yield from held_faults(
        subject,
        Construct.TRAP_NETWORK,
        "The page holds overlaps for one certain press (a trap network)",
        "Export without trapping, or ask the print shop whether it wants it",
    )
