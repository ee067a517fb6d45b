from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import page_paths, place
from polyleaf.checks.samples.press import press_file, rule
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inks import is_black
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import PathPaint
from polyleaf.model.wording import count


@check(
    "press/line-not-overprinting",
    severity=Severity.WARNING,
    rationale="""
        Where a thin black line is cut out of a tint, the smallest error of the press leaves a white edge beside it;
        where it overprints the tint, nothing can show.
    """,
    references=("GWG 2022, R0010",),
    example=Example(
        bad="A black line of 0.5 pt that knocks out of a tinted box", good="The same line, overprinting (OPM 1)"
    ),
    good=lambda: press_file(paths=(replace(rule(0.5), over_ink=True, overprint_stroke=True, overprint_mode=1),)),
    bad=lambda: press_file(paths=(replace(rule(0.5), over_ink=True),)),
)
def line_not_overprinting(subject: PressFile) -> Faults:
    """A thin black line does not overprint."""
    below = subject.limits.thin_line_below
    for page in subject.facts.pages:
        bad = [path for path in page_paths(page) if path.over_ink and _knocks_out(path, below)]
        if bad:
            yield Fault(
                f"{count(len(bad), 'black line')} thinner than {below:g} pt cut out of what lies below",
                place(subject, page.number, bad[0].box),
                "Let the program that makes the file overprint black lines; in a style sheet, take the tint away from "
                f"under the border, or make the border {below:g} pt",
            )


def _knocks_out(path: PathPaint, below: float) -> bool:
    overprints = (path.overprint_stroke and path.overprint_mode == 1, path.overprint and path.overprint_mode == 1)
    lines = ((path.stroke, path.width), (path.fill, path.bar))
    return any(
        is_black(colour) and colour is not None and colour.space != "DeviceGray" and not over and width < below
        for (colour, width), over in zip(lines, overprints, strict=True)
        if width is not None
    )
