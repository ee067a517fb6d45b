from itertools import pairwise

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.lines import Line
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, PARAGRAPH, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

_LETTERS = (0.05, 0.45)
"""In ems: small letters reach from here to here."""

_SHARED = (0.3, 0.1)
"""In ems: text overlaps from so much across and up."""

_PIECE = 0.6
"""In ems: so much of two pieces of a line lies in one place only if they are two labels."""


def overlapping(layout: FileLayout) -> Spots:
    """Every line whose letters are set over those of another."""
    for page in layout.pages:
        for place, line in enumerate(page.lines):
            for other in page.lines[place + 1 :]:
                size = min(line.size, other.size)
                if line.baseline - other.baseline > max(line.size, other.size):
                    break
                across = min(line.right, other.right) - max(line.left, other.left)
                up = min(line.baseline + _LETTERS[1] * line.size, other.baseline + _LETTERS[1] * other.size)
                up -= max(line.baseline + _LETTERS[0] * line.size, other.baseline + _LETTERS[0] * other.size)
                if across > _SHARED[0] * size and up > _SHARED[1] * size:
                    yield Spot(1, page.number, line.text)
        for block in page.body:
            if block.role == "Figure":
                yield from (Spot(1, page.number, line.text) for line in block.lines if _is_crowded(line))


def _is_crowded(line: Line) -> bool:
    """Whether two labels of a drawing stand on one baseline and in one place: pieces of one line never overlap."""
    runs = sorted(line.runs, key=lambda run: run.box[0])
    return any(
        min(one.box[2], other.box[2]) - other.box[0] > _PIECE * line.size
        for one, other in pairwise(runs)
        if other.box[2] - other.box[0] > _PIECE * line.size
    )


RULE = Rule("Lines set over other lines", "", 0, overlapping, "polyleaf: nothing silently wrong", counted=True)


@check(
    "page/text-over-text",
    severity=Severity.ERROR,
    rationale="""
        Two texts in one place cannot be read. It happens when a box overflows, or when labels that fit in one language
        are longer in another.
    """,
    references=("polyleaf: nothing may be silently wrong", "WCAG 2.2, 1.4.4: no loss of content"),
    example=Example(bad="Two labels of a drawing that overlap in German", good="Labels with room for longer words"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Needle"), a_line("Bone cement", left=100.0, element=PARAGRAPH + 1)),
)
def text_over_text(subject: PrintedDocument) -> Faults:
    """Text is set over other text."""
    for broken in RULE.broken(subject):
        yield broken.fault(f"{broken.words} stands on other text", "Shorten it, or move the label in its drawing")
