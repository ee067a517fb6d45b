from collections import Counter
from itertools import product

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.edges import head_beside, sides
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.text_blocks import Block
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

_BOXES = frozenset("☐☑☒")


def line_starts(layout: FileLayout) -> Spots:
    """How far, in ems, a line of a paragraph begins from where its paragraph begins."""
    for page in layout.pages:
        for block in page.body:
            if len(block.lines) > 1 and not block.heading and block.role != "Figure":  # labels stand where they belong
                ways = product(sides(layout, block), _hanging(block), {None, head_beside(block, page)})
                moves = min((_moves(block, *how) for how in ways), key=max)
                for line, move in zip(block.lines, moves, strict=True):
                    yield Spot(move, page.number, line.text)


def _hanging(block: Block) -> tuple[int, ...]:
    """How many runs of the first line may hang before its text: a box to tick takes the place of a bullet."""
    first = block.lines[0]
    return (0, 1) if len(first.runs) > 1 and first.runs[0].text.strip() in _BOXES else (0,)


def _moves(block: Block, right: bool, hanging: int, head: tuple[float, float] | None) -> list[float]:
    """How far each line begins from where most begin, in ems."""
    starts = [line.right if right else line.left for line in block.lines]
    if head is not None:
        starts[0] = max(starts[0], head[1]) if right else min(starts[0], head[0])
    if hanging:
        words = [run.box for run in block.lines[0].runs[hanging:]]
        starts[0] = max(box[2] for box in words) if right else min(box[0] for box in words)
    ((usual, _),) = Counter(round(start) for start in starts).most_common(1)
    edge = min(starts, key=lambda start: abs(start - usual))
    return [abs(start - edge) / line.size for line, start in zip(block.lines, starts, strict=True)]


RULE = Rule(
    "Lines that begin away from their paragraph's edge",
    "em",
    0,
    line_starts,
    "UKAAF G003; NHS Formatting; RNIB",
    rounding=0.1,
)


@check(
    "page/line-start-moves",
    severity=Severity.ERROR,
    rationale="""
        The eye goes back to one place for every line. Where centred text, text aligned at the end or text around a
        picture moves that place, readers with low vision lose it. Headings may be centred.
    """,
    references=(
        "UKAAF G003 (2019): left aligned",
        "NHS Formatting (2026): left; right for right-to-left languages",
        "RNIB Clear Print: no wrapping that moves the line start",
    ),
    example=Example(bad="A centred paragraph", good="A paragraph that begins at the left, in Urdu at the right"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(
        a_line("You can go home on the same day."), a_line("Somebody must drive you.", 1, left=107.0)
    ),
)
def line_start_moves(subject: PrintedDocument) -> Faults:
    """A line begins elsewhere than the other lines of its paragraph."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} begins {broken.value:.1f} em from where its paragraph begins",
            "Write the lines as a list; put no picture beside text. See text-align in style sheets of your own",
        )
