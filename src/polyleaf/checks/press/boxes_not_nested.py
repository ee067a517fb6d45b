from itertools import pairwise

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import Rect
from polyleaf.model.press_file import PressFile

_TOLERANCE = 0.1
"""pt: boxes are rounded when they are written."""


@check(
    "press/boxes-not-nested",
    severity=Severity.ERROR,
    rationale="""
        The cut page lies in the bleed and the bleed on the sheet. Where it does not, something that is meant to be
        printed is outside the paper.
    """,
    references=("ISO 15930-7, 6.8 (page boxes)",),
    example=Example(bad="A TrimBox that is larger than the BleedBox", good="TrimBox inside BleedBox inside MediaBox"),
    good=press_file,
    bad=lambda: press_file(page={"bleed": (60.0, 60.0, 500.0, 700.0)}),
)
def boxes_not_nested(subject: PressFile) -> Faults:
    """Page boxes do not lie inside each other."""
    for page in subject.facts.pages:
        named = (("TrimBox", page.trim), ("ArtBox", page.art), ("BleedBox", page.bleed), ("MediaBox", page.media))
        boxes = [(name, box) for name, box in named if box is not None]
        for (inner, small), (outer, large) in pairwise(boxes):
            if not _inside(small, large):
                yield Fault(
                    f"The {inner} reaches beyond the {outer}",
                    place(subject, page.number),
                    "Export again with true page boxes",
                )


def _inside(small: Rect, large: Rect) -> bool:
    return (
        small[0] >= large[0] - _TOLERANCE
        and small[1] >= large[1] - _TOLERANCE
        and small[2] <= large[2] + _TOLERANCE
        and small[3] <= large[3] + _TOLERANCE
    )
