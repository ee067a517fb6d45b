from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import count


@check(
    "press/pages-missing",
    severity=Severity.ERROR,
    rationale="""
        The table of pages says how many there are. If others are found, some program along the way has lost a page or
        made one up, and the next may print another number.
    """,
    references=("ISO 32000-1, 7.7.3",),
    example=Example(bad="A file that says it has four pages and has three", good="A file that says it has three"),
    good=press_file,
    bad=lambda: press_file(counted=2),
)
def pages_missing(subject: PressFile) -> Faults:
    """The file has other pages than it says."""
    facts = subject.facts
    if facts.counted != len(facts.pages):
        says = "does not say how many pages it has" if facts.counted is None else f"says {count(facts.counted, 'page')}"
        yield Fault(
            f"The file {says}, and {count(len(facts.pages), 'page')} can be found",
            place(subject),
            "Export it again and count the pages",
        )
