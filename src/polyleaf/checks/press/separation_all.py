from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file, rule
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import Colour
from polyleaf.model.press_file import PressFile


@check(
    "press/separation-all",
    severity=Severity.WARNING,
    rationale="""
        The colour All is for registration marks outside of the page. On the page it takes four inks at once, up to
        400 per cent.
    """,
    references=("GWG 2022, R0024",),
    example=Example(bad="A line on the page in the colour All", good="A line in black"),
    good=press_file,
    bad=lambda: press_file(paths=(rule(stroke=Colour("Separation", (1.0,), None)),), spots=("All",)),
)
def separation_all(subject: PressFile) -> Faults:
    """Something is printed on every plate."""
    if "All" in subject.facts.spots:
        yield Fault(
            "The colour of registration marks (All) is used",
            place(subject),
            "Use black on the page; marks belong outside of it",
        )
