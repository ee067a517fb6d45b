from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.lines import baseline
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Rect, TextRun

_EDGE = 1.0
"""In pt: what may be cut off from an advance without touching the letter."""

_BODY = (-0.15, 0.6)
"""In ems: what must be seen of letters below and above the baseline."""


def clipped(layout: FileLayout) -> Spots:
    """Every piece of text of which a part is cut off."""
    for page in layout.pages:
        for run in page.runs:
            if run.clip is not None and _is_cut(run, run.clip):
                yield Spot(1, page.number, page.words(run))


def _is_cut(run: TextRun, clip: Rect) -> bool:
    low, high = (baseline(run) + part * run.size for part in _BODY)
    return (
        clip[0] > run.box[0] + _EDGE or clip[2] < run.box[2] - _EDGE or clip[1] > low + _EDGE or clip[3] < high - _EDGE
    )


RULE = Rule("Pieces of text cut off", "", 0, clipped, "polyleaf: nothing silently wrong", counted=True)


@check(
    "page/text-clipped",
    severity=Severity.ERROR,
    rationale="""
        A box that is too small for its text hides the rest of it. In another language the text is longer, and what is
        lost may be the word that says not to.
    """,
    references=("polyleaf: nothing may be silently wrong", "WCAG 2.2, 1.4.4: no loss of content"),
    example=Example(bad="A table cell with overflow: hidden", good="A cell that grows with its text"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", clip=(71.0, 0.0, 200.0, 800.0))),
)
def text_clipped(subject: PrintedDocument) -> Faults:
    """Text is cut off."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} is cut off by its box",
            "Shorten it; see height, width and overflow in style sheets of your own: a box must grow with its text",
        )
