from itertools import pairwise

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_heading, a_leaflet, a_paragraph
from polyleaf.checks.samples.text import bold
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import Inline, LineBreak, Strong, plain
from polyleaf.model.leaflet import Box, Heading, Leaflet, Paragraph
from polyleaf.model.wording import quote

_LONGEST = 65
"""Characters of a heading; a bold paragraph of more is a paragraph (NHS service manual: titles)."""

_ENDS = tuple(".!?…;,。！？؟۔।॥։።")
"""Signs that end a sentence, which a heading is not; many a typed heading ends with a colon."""


@check(
    "source/bold-for-heading",
    severity=Severity.WARNING,
    rationale="""
        A bold line looks like a heading and is none: people who listen to the leaflet cannot jump to it, it is missing
        from the bookmarks of the PDF, and it may stand alone at the foot of a page. What must not be overlooked ("Do
        not drive home.") is a sentence, or stands in a box.
    """,
    references=(
        "WCAG 2.2, 1.3.1 (failure F2: looks of a heading without its markup)",
        "UK Health Security Agency, template for reports: bold is not used to indicate headings",
    ),
    example=Example(bad="**Before the procedure**\n\nDo not eat.", good="## Before the procedure\n\nDo not eat."),
    good=lambda: a_leaflet(
        a_heading(2, "Before the scan"), a_paragraph(bold("Do not drive home.")), a_paragraph("Somebody must drive.")
    ),
    bad=lambda: a_leaflet(a_paragraph(bold("Before the scan")), a_paragraph("Do not eat.")),
)
def bold_for_heading(leaflet: Leaflet) -> Faults:
    """A bold line stands in the place of a heading."""
    boxes = (block.blocks for block in walk_blocks(leaflet.blocks) if isinstance(block, Box))
    for blocks in (leaflet.blocks, *boxes):
        for block, following in pairwise(blocks):
            if isinstance(block, Paragraph) and not isinstance(following, Heading):
                text, words = block.text, plain(block.text.inlines).strip()
                if _is_bold(text.inlines) and _is_title(words) and not text.placeholders:
                    hint = "Write it as a heading: ## in place of the stars"
                    yield Fault(f"{quote(words)} looks like a heading and is only bold", text.location, hint)


def _is_bold(inlines: tuple[Inline, ...]) -> bool:
    """Whether all of its words are bold."""
    return all(isinstance(one, Strong | LineBreak) or not plain((one,)).strip(" :：") for one in inlines)


def _is_title(words: str) -> bool:
    """Whether it is short, no sentence, and no number to call."""
    return 0 < len(words) <= _LONGEST and not words.endswith(_ENDS) and not any(map(str.isdigit, words))
