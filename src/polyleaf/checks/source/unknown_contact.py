from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import in_project
from polyleaf.checks.samples.text import LEAFLET
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.leaflet import ContactCard
from polyleaf.model.subject import LeafletInProject
from polyleaf.model.wording import did_you_mean, listed, quote


@check(
    "source/unknown-contact",
    severity=Severity.ERROR,
    rationale="""
        A patient in pain looks for the phone number. A contact that is not declared has none to print.
    """,
    references=("PIF TICK criteria (2022): feedback and contact",),
    example=Example(bad="contacts: [wards]", good="contacts: [ward]  (with [contacts.ward] in polyleaf.toml)"),
    good=lambda: in_project(ContactCard("pals", Location(LEAFLET, 40))),
    bad=lambda: in_project(ContactCard("pal", Location(LEAFLET, 40))),
)
def unknown_contact(subject: LeafletInProject) -> Faults:
    """A contact is not declared in polyleaf.toml."""
    leaflet = subject.leaflet
    place = leaflet.locations.get("contacts", Location(leaflet.path))
    named = [(contact, place) for contact in leaflet.contacts]
    named += [
        (block.contact, block.location) for block in walk_blocks(leaflet.blocks) if isinstance(block, ContactCard)
    ]
    for contact, where in named:
        if contact not in subject.contacts:
            there = f"It has {listed(subject.contacts)}" if subject.contacts else ""
            yield Fault(
                f"There is no contact {quote(contact)} in polyleaf.toml",
                where,
                did_you_mean(contact, subject.contacts) or there or f"Add [contacts.{contact}] there",
            )
