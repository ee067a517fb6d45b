from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import listed, quote


@check(
    "press/action",
    severity=Severity.ERROR,
    rationale="""
        Scripts and actions belong to screens. On the way to a press they can change what is printed.
    """,
    references=("ISO 15930-7, 6.16 (actions)",),
    example=Example(bad="A script that runs when the file is opened", good="No actions"),
    good=press_file,
    bad=lambda: press_file(actions=("JavaScript",)),
)
def action(subject: PressFile) -> Faults:
    """The file wants to do something."""
    found = dict.fromkeys(
        (*subject.facts.actions, *(action for page in subject.facts.pages for action in page.actions))
    )
    if found:
        yield Fault(
            f"The file carries actions: {listed(map(quote, found))}", place(subject), "Remove scripts and actions"
        )
