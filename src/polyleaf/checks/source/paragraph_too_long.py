from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import readable
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Leaflet, Paragraph
from polyleaf.model.wording import quote
from polyleaf.reading.sentences import sentences

MOST = 3
"""Sentences in a paragraph."""


@check(
    "source/paragraph-too-long",
    severity=Severity.WARNING,
    rationale="""
        In large print a paragraph of four sentences fills half a page. Readers lose their place in it and give up.
    """,
    references=("NHS service manual, How we write: paragraphs of up to 3 sentences",),
    example=Example(bad="One paragraph of five sentences.", good="Two paragraphs, each about one thing."),
    good=lambda: a_leaflet(a_paragraph("Come in. Sit down. We call you.")),
    bad=lambda: a_leaflet(a_paragraph("Come in. Sit down. We call you. Bring your letter.")),
)
def paragraph_too_long(leaflet: Leaflet) -> Faults:
    """A paragraph has more than 3 sentences."""
    for block in walk_blocks(leaflet.blocks):
        if isinstance(block, Paragraph):
            # Lines that were ended are no running text: nobody loses their place in an address or a list of doses.
            number = max(len(sentences(line)) for line in readable(block.text, leaflet.facts).split("\n"))
            if number > MOST:
                yield Fault(
                    f"{number} sentences in one paragraph: {quote(plain(block.text.inlines))}",
                    block.text.location,
                    "Split it, or make it a list",
                )
