from collections.abc import Iterator

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import advice, page_paths, place
from polyleaf.checks.samples.press import cmyk, press_file, rule
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inks import is_white
from polyleaf.model.pdf_facts import Colour, Rect, overlaps
from polyleaf.model.press_facts import PressPage
from polyleaf.model.press_file import MM, PressFile
from polyleaf.model.press_paint import PathPaint

_NEAR = 0.5 * MM
_BAR = 2 * MM
"""Width of lines that are bars of colour."""


@check(
    "press/bleed-missing",
    severity=Severity.WARNING,
    rationale="""
        Sheets are cut in stacks, and the knife wanders by a millimetre. Colour that ends exactly at the edge of the
        page leaves a white stripe there; colour that runs on 3 mm beyond it does not.
    """,
    references=("ISO 15930-7 (PDF/X-4)", "Scandinavian Book and Suchecki, print guidelines"),
    example=Example(
        bad="A tinted bar that ends at the edge of the page",
        good="A bar that runs 3 mm over the edge, or stays 5 mm inside",
    ),
    good=press_file,
    bad=lambda: press_file(paths=(rule(stroke=None, fill=cmyk(1.0), box=(42.52, 500.0, 80.0, 600.0)),)),
)
def bleed_missing(subject: PressFile) -> Faults:
    """Colour ends at the edge of the page."""
    for page in subject.facts.pages:
        painted = [path.box for path in page_paths(page) if path.fill and not _is_paper(path.fill)]
        painted += [_as_bar(path) for path in page_paths(page) if _is_bar(path)]
        painted += [image.box for image in page.images]
        painted += [shading.box for shading in page.shadings]
        edges = dict.fromkeys(edge for box in painted for edge in _stops_at(box, page, subject.limits.bleed))
        if edges:
            yield Fault(
                f"Colour ends at the {' and '.join(edges)} edge of the page, with less than "
                f"{subject.limits.bleed / MM:g} mm of bleed",
                place(subject, page.number),
                advice(
                    subject,
                    "Keep colour and pictures 5 mm away from the edge: leaflets are laid out without bleed",
                    f"Let them run {subject.limits.bleed / MM:g} mm over the edge and export with bleed, or keep them "
                    "5 mm away from it",
                ),
            )


def _is_bar(path: PathPaint) -> bool:
    """Whether it is a line as wide as a bar."""
    return path.stroke is not None and path.width >= _BAR and not _is_paper(path.stroke)


def _as_bar(path: PathPaint) -> Rect:
    """What a wide line covers: half its width to both sides, nothing at the ends."""
    left, bottom, right, top = path.box
    across, up = (path.width / 2 if side > 0 else 0.0 for side in (top - bottom, right - left))
    return left - across, bottom - up, right + across, top + up


def _is_paper(colour: Colour) -> bool:
    """Whether nothing is printed: office programs paint the page white, in the colours of screens."""
    return is_white(colour) or (colour.space == "DeviceRGB" and colour.rgb == (1.0, 1.0, 1.0))


def _stops_at(box: Rect, page: PressPage, bleed: float) -> Iterator[str]:
    """The edges of the cut page that a box reaches without running over them far enough."""
    cut = page.cut
    if not overlaps(box, cut):
        return
    over = (cut[0] - box[0], cut[1] - box[1], box[2] - cut[2], box[3] - cut[3])
    for edge, beyond in zip(("left", "bottom", "right", "top"), over, strict=True):
        if -_NEAR < beyond < bleed - _NEAR:
            yield edge
