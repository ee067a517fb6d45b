from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file, two_pages
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_facts import PressPage
from polyleaf.model.press_file import MM, PressFile

_TOLERANCE = 0.1 * MM


@check(
    "press/page-sizes-differ",
    severity=Severity.WARNING,
    rationale="""
        A leaflet is folded or stapled from one sheet size. A page of another size is a page of another job.
    """,
    references=("GWG 2022, R0004",),
    example=Example(bad="Page 1 of 210 by 297 mm, page 2 of 216 by 279 mm", good="All of 210 by 297 mm"),
    good=press_file,
    bad=lambda: two_pages(trim=(42.52, 42.52, 655.0, 835.0)),
)
def page_sizes_differ(subject: PressFile) -> Faults:
    """Pages are of different sizes."""
    first, *others = subject.facts.pages
    size = _size(first)
    for page in others:
        if any(abs(one - other) > _TOLERANCE for one, other in zip(_size(page), size, strict=True)):
            here, there = (" by ".join(f"{side / MM:.1f}" for side in sides) for sides in (_size(page), size))
            yield Fault(
                f"The page is {here} mm, the first one {there} mm",
                place(subject, page.number),
                "Make all pages the same size, or send two files",
            )


def _size(page: PressPage) -> tuple[float, float]:
    left, bottom, right, top = page.cut
    return right - left, top - bottom
