from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet, options
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.box_kind import Content
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Box, Leaflet, Table


@check(
    "source/no-option-to-wait",
    severity=Severity.WARNING,
    rationale="""
        To have no treatment is a choice, and people may make it. A comparison that leaves it out says that they must
        choose one of the others.
    """,
    references=(
        "NICE CG138, Patient experience: discuss all options, doing nothing among them",
        "IPDAS 2013, criteria for patient decision aids: the option of doing nothing",
    ),
    example=Example(bad="| | Surgery | Tablets |", good="| | Surgery | Tablets | nothing |"),
    good=lambda: a_leaflet(options("", "nothing")),
    bad=lambda: a_leaflet(options("", "")),
)
def no_option_to_wait(leaflet: Leaflet) -> Faults:
    """Options are compared, and doing nothing is none of them."""
    for box in walk_blocks(leaflet.blocks):
        if isinstance(box, Box) and box.kind.content in (Content.OPTIONS, Content.BENEFITS):
            tables = [block for block in box.blocks if isinstance(block, Table)]
            if tables and not any("nothing" in table.words for table in tables):
                yield Fault(
                    f"This {box.kind} box has no column for doing nothing",
                    tables[0].header[0].location,
                    "Add a column with the word nothing in its first row; it is printed in the reader's language",
                )
