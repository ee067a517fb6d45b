from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.edges import extent, room
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.pdf_subjects import MM, is_blank
from polyleaf.checks.samples.printed import printed, text_run
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.wording import count


def room_to_edge(layout: FileLayout) -> Spots:
    """From the edge of the page to any text, in mm; below 0 outside."""
    for page in layout.pages:
        for run in page.facts.runs:
            if not is_blank(run):
                yield Spot(room(extent(run), page.facts.sheet) / MM, page.number, page.words(run))


RULE = Rule(
    "From text to the edge of the page", "mm", 5, room_to_edge, "Printers' file guides", at_least=True, rounding=0.05
)


@check(
    "page/text-outside-page",
    severity=Severity.ERROR,
    rationale="""
        Text beyond the edge is not printed, and text at the edge is cut off: the end of a line, which may be the word
        "not" or the last digits of a phone number.
    """,
    references=("Bookpress, file guide: 5 mm from the trim", "polyleaf: nothing may be silently wrong"),
    example=Example(bad="A table wider than the paper", good="Text that ends at least 5 mm from the edge"),
    rules=(RULE,),
    good=printed,
    bad=lambda: printed(text_run("Call 0800 000 0000", box=(500.0, 700.0, 640.0, 725.0))),
)
def text_outside_page(subject: PrintedDocument) -> Faults:
    """Text runs off the page or stands within 5 mm of its edge."""
    for broken in RULE.broken(subject):
        outside = not broken.value >= 0  # a position that is no number is outside, too
        where = "runs off the page" if outside else f"ends {broken.value:.1f} mm from the edge of the page"
        others = f" and {count(broken.others, 'more piece')} of text:" if broken.others else ""
        yield broken.fault(
            f"{broken.words}{others} {where}",
            f"Keep {broken.limit:g} mm free: shorten a long word, make a table narrower, widen the margin,"
            " or move the label of a drawing inwards",
            more=False,
        )
