from polyleaf.checks.check import Attempt, Example, check
from polyleaf.model.finding import Fault, Faults, Location, Severity

_PLACE = Location("leaflets/knee-scan/leaflet.md")


@check(
    "engine/check-crashed",
    severity=Severity.ERROR,
    rationale="""
        A check that stopped in the middle has not judged the leaflet. If that passed as "nothing found", a wrong
        number could reach a patient. So a crash is a finding of its own, nobody can waive it, and the other checks
        go on.
    """,
    references=("polyleaf: nothing may be silently wrong",),
    example=Example(
        bad="A fault of polyleaf stops the check on numbers in the middle of a catalog.",
        good="Every check comes to its end on every leaflet, catalog and file.",
    ),
    good=lambda: Attempt("translation/number-mismatch", _PLACE),
    bad=lambda: Attempt("translation/number-mismatch", _PLACE, "ValueError: no number (digits.py, line 7)"),
)
def check_crashed(attempt: Attempt) -> Faults:
    """A check stopped before it had judged everything."""
    if attempt.error:
        yield Fault(
            f"The check {attempt.check} stopped before its end: {attempt.error}",
            attempt.place,
            "This is a fault of polyleaf, not of the leaflet: please report it with this line and the file",
        )
