from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.breaks import has_picture
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, PARAGRAPH, a_line, a_paragraph_of, pages_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.wording import count


def lines_on_last_page(layout: FileLayout) -> Spots:
    """Lines of the leaflet on its last page, if it has more than one and no picture there."""
    if len(layout.pages) > 1 and not has_picture(layout.pages[-1], layout):
        page = layout.pages[-1]
        lines = {round(line.baseline) for line in page.body_lines}
        yield Spot(len(lines), page.number, page.body_lines[0].text if page.body_lines else "")


RULE = Rule(
    "Lines on the last page", "lines", 3, lines_on_last_page, "polyleaf: every page break is meant", at_least=True
)


@check(
    "page/last-page-nearly-empty",
    severity=Severity.WARNING,
    rationale="""
        A sheet with two lines on it gets lost, is not copied, or looks like a fault of the printer, and costs as much
        as a full one.
    """,
    references=("polyleaf: every page break is meant", "Ghent Workgroup 2022, R0005: no empty page"),
    example=Example(
        bad="A last page with the end of one sentence", good="A last page with a paragraph, or one page fewer"
    ),
    rules=(RULE,),
    good=lambda: pages_of(GOOD, a_paragraph_of("Tell us", "what you", "think.", element=PARAGRAPH + 1)),
    bad=lambda: pages_of(GOOD, (a_line("with you.", element=PARAGRAPH + 1),)),
)
def last_page_nearly_empty(subject: PrintedDocument) -> Faults:
    """The last page has two lines or fewer."""
    for broken in RULE.broken(subject):
        lines = count(int(broken.value), "line")
        yield broken.fault(
            f"The last page has {lines}: {broken.words}",
            "Shorten the text by so much, or keep more of it together on the last page",
        )
