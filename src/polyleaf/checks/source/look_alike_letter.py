import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote
from polyleaf.reading.letters import mixed_letters

_LETTER_O = re.compile(r"(?<![^\W_])\d+O[\dO]*(?![^\W_])")
"""A number in which somebody took the letter for a zero: "960 8OO"."""


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
    for text in every_text(leaflet):
        for match in _LETTER_O.finditer(plain(text.inlines)):
            yield Fault(f"{quote(match[0])} has the letter O among its digits", text.location, "Type a 0 in its place")
        for wrong, right, word in mixed_letters(plain(text.inlines)):
            yield Fault(
                f"{wrong} (U+{ord(wrong):04X}) in {quote(word)} is a letter of another alphabet",
                text.location,
                f"Replace it by {right} (U+{ord(right):04X}), or type the word anew",
            )
