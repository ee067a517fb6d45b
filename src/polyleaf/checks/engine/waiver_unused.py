from polyleaf.checks.check import Example, check
from polyleaf.checks.waivers import WaiverUse
from polyleaf.model.finding import Fault, Faults, Location, Severity, Waiver

_WAIVER = Waiver("source/list-too-long", "agreed with the ward", Location("polyleaf.toml"))


@check(
    "engine/waiver-unused",
    severity=Severity.NOTE,
    rationale="""
        A waiver that is no longer needed hides the next fault of the same kind, which nobody has looked at.
    """,
    references=("polyleaf: nothing may be silently wrong",),
    example=Example(
        bad="The long list was split in two; its waiver is still there.",
        good="The waiver went with the fault it was for.",
    ),
    good=lambda: WaiverUse(_WAIVER, known=True, used=True),
    bad=lambda: WaiverUse(_WAIVER, known=True, used=False),
)
def waiver_unused(use: WaiverUse) -> Faults:
    """A waiver waives nothing."""
    if use.known and not use.used:
        yield Fault(f"The waiver of {use.waiver.check} waives nothing", use.waiver.location, "Remove it")
