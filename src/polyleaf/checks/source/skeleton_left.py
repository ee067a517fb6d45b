import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.held_places import held_place
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

SKELETON = (
    "One sentence that says what this leaflet is about",
    "Say in two or three short sentences what will be done, and why.",
    "Put here what must not be missed.",
    "Write one thing in each line.",
    "Write important words so.",
    "Say what happens first.",
    "Say what happens then.",
    "You will be here for about {stay}.",
    "Say when",
    "Say what to do",
    "Say what the picture shows, for people who cannot see it.",
    "Say in a few words what to look at.",
    "Put here what makes it easier.",
    "Say what can go wrong, and what is done then.",
    "Say when to call for help at once.",
    "Your department",
)
"""Phrases of ``polyleaf new`` that a leaflet of its own replaces."""

_NEW_CODE = re.compile(r"NEW-\d*", re.IGNORECASE)


@check(
    "source/skeleton-left",
    severity=Severity.ERROR,
    rationale="""
        "Phone XXX" or "Put here what must not be missed" on paper in a patient's hands: the line was to be filled in
        and was forgotten. A code such as NEW-001 is that of every leaflet that was just begun.
    """,
    references=("NHS service manual: standard for creating health content, clinical approval",),
    example=Example(bad="Ring us on [phone number]. TODO: ask the ward", good="Ring us on {ward_phone}."),
    good=lambda: a_leaflet(a_paragraph("Ring the ward.")),
    bad=lambda: a_leaflet(a_paragraph("TODO: ask the ward.")),
)
def skeleton_left(leaflet: Leaflet) -> Faults:
    """Words that only hold a place are still there."""
    hint = "Write what is meant, or delete it"
    for text in every_text(leaflet):
        said = plain(text.inlines)
        left = held_place(said)
        if left or said in SKELETON:
            yield Fault(f"{quote(left or said)} only holds a place", text.location, hint)
    front = leaflet.locations.get
    if leaflet.owner in SKELETON:
        yield Fault(f"{quote(leaflet.owner)} only holds a place", front("owner", Location(leaflet.path)), hint)
    if _NEW_CODE.fullmatch(leaflet.code):
        place = front("code", Location(leaflet.path))
        yield Fault(f"The code {leaflet.code} is that of a leaflet just begun", place, "Give the leaflet its own code")
