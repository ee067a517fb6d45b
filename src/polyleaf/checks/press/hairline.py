from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import page_paths, place
from polyleaf.checks.samples.press import press_file, rule
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import count


@check(
    "press/hairline",
    severity=Severity.WARNING,
    rationale="""
        A line thinner than a quarter of a point is at the edge of what a plate holds: it breaks, or vanishes. A line
        of no width at all is as thin as the machine can make it, which on a plate setter is invisible.
    """,
    references=("GWG 2022, R0018 and R0019",),
    example=Example(bad="A line of 0.1 pt", good="A line of 0.5 pt"),
    good=press_file,
    bad=lambda: press_file(paths=(rule(0.1),)),
)
def hairline(subject: PressFile) -> Faults:
    """A line is too thin to print."""
    least = subject.limits.thinnest
    for page in subject.facts.pages:
        thin = [path for path in page_paths(page) if path.stroke and path.width < least]
        if thin:
            worst = min(thin, key=lambda path: path.width)
            yield Fault(
                f"{count(len(thin), 'line')} thinner than {least:g} pt, the thinnest of {worst.width:.2f} pt",
                place(subject, page.number, worst.box),
                "Make lines 0.5 pt or wider, in style sheets and in drawings at their printed size",
            )
