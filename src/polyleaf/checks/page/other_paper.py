from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.pdf_subjects import MM
from polyleaf.checks.samples.page import GOOD, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.edition import Edition
from polyleaf.model.finding import Faults, Severity


def off_paper(layout: FileLayout) -> Spots:
    """By how many mm the sides of each page differ from those of its edition's paper, upright or across."""
    edition = layout.subject.edition
    paper = sorted((edition.width, edition.height))
    for page in layout.pages:
        left, bottom, right, top = page.facts.sheet
        sides = sorted(((right - left) / MM, (top - bottom) / MM))
        yield Spot(max(abs(side - wanted) for side, wanted in zip(sides, paper, strict=True)), page.number, "")


RULE = Rule(
    "Sides of pages that differ from the paper", "mm", 0, off_paper, "Ghent Workgroup 2022, R0004", rounding=0.5
)


@check(
    "page/other-paper",
    severity=Severity.ERROR,
    rationale="""
        A page of another size than the paper is shrunk by the printer until it fits, or its edges are cut off. Shrunk
        from A3 to A4, text of 18 pt is printed in 12.7 pt: the size that the edition promises is not on the paper.
    """,
    references=(
        "Ghent Workgroup 2022, R0004: all pages of one size",
        "polyleaf: an edition promises a type size on its paper",
    ),
    example=Example(bad="@page { size: A3 } in the edition on A4", good="No size in @page: the edition gives it"),
    rules=(RULE,),
    good=lambda: pages_of(GOOD),
    bad=lambda: pages_of(GOOD, edition=Edition("large", 18.0, "Letter")),
)
def other_paper(subject: PrintedDocument) -> Faults:
    """A page is of another size than the paper of its edition."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"A side of the page differs by {broken.value:.1f} mm from {subject.edition.paper}",
            "The paper is chosen in [editions] of polyleaf.toml; take it out of @page in style sheets of your own",
            set_in="polyleaf.toml",
            of_edition=True,
        )
