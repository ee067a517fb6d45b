from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import place_of_block
from polyleaf.checks.samples.leaflet import a_leaflet, bullets
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet, ListBlock

MOST = 6
"""Items."""


@check(
    "source/list-too-long",
    severity=Severity.WARNING,
    rationale="""
        Of a list with many points readers keep the first and the last. In large print it does not fit a page, so it
        is never seen as a whole. Numbered lists are left alone: steps are as many as they are.
    """,
    references=("NHS service manual, Formatting: up to 6 bullets",),
    example=Example(bad="One list of nine things to bring.", good="Two lists: papers to bring, things to bring."),
    good=lambda: a_leaflet(bullets(*"abcdef")),
    bad=lambda: a_leaflet(bullets(*"abcdefg")),
)
def list_too_long(leaflet: Leaflet) -> Faults:
    """A bulleted list has more than 6 items."""
    for block in walk_blocks(leaflet.blocks):
        if isinstance(block, ListBlock) and not block.ordered and len(block.items) > MOST:
            yield Fault(
                f"The list has {len(block.items)} items",
                place_of_block(block, leaflet),
                f"Group them: up to {MOST} items a list",
            )
