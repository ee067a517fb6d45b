from polyleaf.checks.check import Example, check
from polyleaf.checks.waivers import WaiverUse
from polyleaf.model.finding import Fault, Faults, Location, Severity, Waiver
from polyleaf.model.wording import quote

_WAIVER = Waiver("source/list-too-lung", "agreed with the ward", Location("polyleaf.toml"))


@check(
    "engine/waiver-unknown",
    severity=Severity.WARNING,
    rationale="""
        A waiver with a misspelt id waives nothing, and its author believes that it does. Checks on the checking
        itself (the area "engine") cannot be waived at all: they say that something was not judged.
    """,
    references=("polyleaf: nothing may be silently wrong",),
    example=Example(
        bad='{check = "source/list-too-lung", reason = "agreed with the ward"}',
        good='{check = "source/list-too-long", reason = "agreed with the ward"}',
    ),
    good=lambda: WaiverUse(_WAIVER, known=True, used=True),
    bad=lambda: WaiverUse(_WAIVER, known=False, used=False, nearest="source/list-too-long"),
)
def waiver_unknown(use: WaiverUse) -> Faults:
    """A waiver names a check that does not exist or cannot be waived."""
    if use.known:
        return
    if use.nearest == use.waiver.check:
        yield Fault(f"{use.waiver.check} cannot be waived", use.waiver.location, "Remove the waiver")
    else:
        yield Fault(
            f"There is no check {quote(use.waiver.check)} to waive",
            use.waiver.location,
            f"Did you mean {use.nearest}?" if use.nearest else "`polyleaf explain` lists all checks",
        )
