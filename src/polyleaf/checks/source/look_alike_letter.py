import re
from itertools import pairwise

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.model.block_texts import every_text, walk_blocks
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Leaflet, ListBlock, Paragraph
from polyleaf.model.wording import quote
from polyleaf.reading.letters import mixed_letters

_LETTER_O = re.compile(r"(?<![^\W_])\d+O[\dO]*(?![^\W_])")
"""A number in which somebody took the letter for a zero: "960 8OO"."""

_LIKE_ONE, _SECOND = "lI|", 2
"""What a scan makes of the number of a first item."""


@check(
    "source/look-alike-letter",
    severity=Severity.ERROR,
    rationale="""
        A Cyrillic "о" in "do not" looks right on paper. But no search finds the word, a screen reader spells it out,
        and no check of a translation sees that the sentence denies something.
    """,
    references=("Unicode Technical Standard 39: mixed-script detection, confusables",),
    example=Example(bad="D\u043e not eat. (with the Cyrillic letter U+043E)", good="Do not eat."),
    good=lambda: a_leaflet(a_paragraph("Take 5 μg of it. Do not eat.")),
    bad=lambda: a_leaflet(a_paragraph("D\u043e not eat.")),
)
def look_alike_letter(leaflet: Leaflet) -> Faults:
    """A word of the leaflet has a letter of another alphabet that only looks right."""
    for block, below in pairwise(walk_blocks(leaflet.blocks)):
        if isinstance(block, Paragraph) and isinstance(below, ListBlock) and below.start == _SECOND:
            last = plain(block.text.inlines).rpartition("\n")[2]
            if last[:1] in _LIKE_ONE and last[1:3] in (". ", ") "):
                yield Fault(
                    f"{quote(last)} begins with the letter {last[0]}, and number 2 follows",
                    block.text.location,
                    "Type a 1 in its place",
                )
    for text in every_text(leaflet):
        for match in _LETTER_O.finditer(plain(text.inlines)):
            yield Fault(f"{quote(match[0])} has the letter O among its digits", text.location, "Type a 0 in its place")
        for wrong, right, word in mixed_letters(plain(text.inlines)):
            yield Fault(
                f"{wrong} (U+{ord(wrong):04X}) in {quote(word)} is a letter of another alphabet",
                text.location,
                f"Replace it by {right} (U+{ord(right):04X}), or type the word anew",
            )
