from collections.abc import Iterator

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.breaks import has_picture
from polyleaf.checks.measures.layout import FileLayout, PageLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

_BACKGROUND = 0.5
"""A fill of more than this share of the page is its background."""


def empty_pages(layout: FileLayout) -> Spots:
    """Every page with neither text nor a picture."""
    for page in layout.pages:
        if not page.body_lines and not has_picture(page, layout) and not any(_is_drawn(page)):
            yield Spot(1, page.number, "")


def _is_drawn(page: PageLayout) -> Iterator[bool]:
    """Whether each shape is more than a background: a page of lines to write on is not empty."""
    left, bottom, right, top = page.facts.sheet
    area = (right - left) * (top - bottom)
    for shape in page.facts.shapes:
        covered = (shape.box[2] - shape.box[0]) * (shape.box[3] - shape.box[1])
        yield covered < _BACKGROUND * area


RULE = Rule("Empty pages", "", 0, empty_pages, "Ghent Workgroup 2022, R0005", counted=True)


@check(
    "page/page-empty",
    severity=Severity.WARNING,
    rationale="""
        Readers take an empty page for the end, and throw the rest away.
    """,
    references=("Ghent Workgroup 2022, R0005: no empty page", "polyleaf: every page break is meant"),
    example=Example(bad="A forced break after a box that fills its page", good="No break where the page ends anyway"),
    rules=(RULE,),
    good=lambda: pages_of(GOOD),
    bad=lambda: pages_of(GOOD, (), GOOD),
)
def page_empty(subject: PrintedDocument) -> Faults:
    """A page is empty."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            "There is nothing on the page",
            "Shorten what stands before it by a line; see page breaks in style sheets of your own",
        )
