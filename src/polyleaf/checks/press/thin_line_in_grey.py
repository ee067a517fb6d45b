from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import page_paths, place
from polyleaf.checks.samples.press import press_file, rule
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import Colour
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import PathPaint
from polyleaf.model.wording import count

_GREY = Colour("DeviceGray", (0.5,), (0.5, 0.5, 0.5))


@check(
    "press/thin-line-in-grey",
    severity=Severity.WARNING,
    rationale="""
        Black of DeviceGray does not overprint where black of DeviceCMYK does, so thin lines in it get white edges on a
        tint, whatever is set.
    """,
    references=("GWG 2022, R0012",),
    example=Example(
        bad="A line of 0.5 pt in DeviceGray 0 on a tinted box", good="The line in DeviceCMYK, black ink alone"
    ),
    good=lambda: press_file(paths=(replace(rule(0.5), over_ink=True),)),
    bad=lambda: press_file(paths=(replace(rule(0.5, _GREY), over_ink=True),)),
)
def thin_line_in_grey(subject: PressFile) -> Faults:
    """A thin line on a tint is in DeviceGray."""
    below = subject.limits.thin_line_below
    for page in subject.facts.pages:
        bad = [path for path in page_paths(page) if path.over_ink and _is_thin_grey(path, below)]
        if bad:
            yield Fault(
                f"{count(len(bad), 'line')} thinner than {below:g} pt on a tint in DeviceGray",
                place(subject, page.number, bad[0].box),
                "Give black and grey lines in DeviceCMYK, black ink alone",
            )


def _is_thin_grey(path: PathPaint, below: float) -> bool:
    return any(colour.space == "DeviceGray" and width < below for colour, width in path.lines)
