from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import headings
from polyleaf.checks.samples.leaflet import a_heading, a_leaflet
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Box, Leaflet
from polyleaf.model.wording import quote

_QUESTION_MARKS = ("?", "؟", "？", "՞", "⸮", ";")
"""Of every script; the last is the Greek one."""


@check(
    "source/heading-is-question",
    severity=Severity.WARNING,
    rationale="""
        Readers scan headings for the words they need. A question puts "What", "How" and "Will I" first and the
        needed word last; in some languages it becomes very long.
    """,
    references=("NHS service manual, Formatting: do not use questions as headings",),
    example=Example(bad="## What happens before the procedure?", good="## Before the procedure"),
    good=lambda: a_leaflet(a_heading(2, "Before the procedure")),
    bad=lambda: a_leaflet(a_heading(2, "What happens before the procedure?")),
)
def heading_is_question(leaflet: Leaflet) -> Faults:
    """A heading is a question."""
    titles = [leaflet.title, *(heading.text for heading in headings(leaflet))]
    titles += [box.title for box in walk_blocks(leaflet.blocks) if isinstance(box, Box) and box.title is not None]
    for title in titles:
        words = plain(title.inlines).strip()
        if words.endswith(_QUESTION_MARKS):
            yield Fault(f"The heading {quote(words)} is a question", title.location, "Name the topic instead")
