import re
from collections.abc import Sequence

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.edges import sides
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.lines import Line
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

_FIGURE = re.compile(r"\d")
_ENDS = 0.3
"""In pt: ends of justified lines agree to this; ragged ones differ by whole letters."""

_STRETCHED = 0.03
"""In ems: word spaces of one font that differ by more were stretched."""


def justified(layout: FileLayout) -> Spots:
    """Every paragraph whose lines end at one edge because the spaces in them were stretched."""
    uneven = _uneven_fonts(layout)
    for page in layout.pages:
        widest = max((line.right - line.left for line in page.body_lines), default=0) - _ENDS
        for block in page.body:
            lines = block.lines[:-1]
            # Where spaces vary by themselves it takes one more line to be sure.
            varies = block.right_to_left or block.lines[0].runs[0].font in uneven
            if len(lines) < (3 if varies else 2):
                continue
            if len({_FIGURE.sub("0", line.text) for line in lines}) == 1 and lines[0].right - lines[0].left < widest:
                continue  # the same words are as long as each other: Day 1, Day 2
            rag = max(_rag(lines, right=not side) for side in sides(layout, block))
            spaces = [space for line in block.lines if (space := _word_space(line)) is not None]
            if rag <= _ENDS and spaces and max(spaces) - min(spaces) > _STRETCHED:
                yield Spot(1, page.number, block.lines[0].text)


def _rag(lines: Sequence[Line], *, right: bool) -> float:
    """How far apart lines end at one side, in pt."""
    ends = [line.right if right else line.left for line in lines]
    return max(ends) - min(ends)


def _uneven_fonts(layout: FileLayout) -> set[int]:
    """Fonts whose spaces vary (kerning) where nothing stretches them: in the last lines of paragraphs."""
    found: dict[int, list[float]] = {}
    for page in layout.pages:
        for block in page.body:
            for run in block.lines[-1].runs:
                if run.word_space is not None:
                    found.setdefault(run.font, []).append(run.word_space)
    return {font for font, spaces in found.items() if max(spaces) - min(spaces) > _STRETCHED}


def _word_space(line: Line) -> float | None:
    """The narrowest mean word space of its runs: a line is stretched in all its spaces, kerning is in some."""
    return min((run.word_space for run in line.runs if run.word_space is not None), default=None)


RULE = Rule("Justified paragraphs", "", 0, justified, "UKAAF G003; RNIB; ACB (2022)", counted=True)


@check(
    "page/text-justified",
    severity=Severity.ERROR,
    rationale="""
        To make all lines end at one edge the spaces between words are stretched. Gaps run through the text, and words
        that belong together stand far apart.
    """,
    references=("UKAAF G003 (2019): never justified", "RNIB Clear Print", "ACB large print guidelines (2022)"),
    example=Example(bad="text-align: justify", good="text-align: start"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(
        a_line("Somebody must drive", 0, width=400.0, word_space=1.1),
        a_line("you home, and stay", 1, width=400.0, word_space=1.4),
        a_line("with you all night", 2, width=400.0, word_space=1.2),
        a_line("and all day.", 3),
    ),
)
def text_justified(subject: PrintedDocument) -> Faults:
    """A paragraph is justified."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"The paragraph {broken.words} is justified",
            "See text-align in style sheets of your own (templates/css): it must be start",
        )
