from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.leaflet import ContactCard, Leaflet


@check(
    "source/no-contact",
    severity=Severity.WARNING,
    rationale="""
        Patients who have a question, or a problem at night, must find on the paper whom to call.
    """,
    references=("PIF TICK criteria (2022): feedback and contact",),
    example=Example(bad="(no contacts in the front matter)", good="contacts: [ward, pals]"),
    good=a_leaflet,
    bad=lambda: a_leaflet(contacts=()),
)
def no_contact(leaflet: Leaflet) -> Faults:
    """The leaflet names nobody to call."""
    if not leaflet.contacts and not any(isinstance(block, ContactCard) for block in walk_blocks(leaflet.blocks)):
        yield Fault(
            "The leaflet names nobody to call",
            Location(leaflet.path, 1),
            "Add contacts: [ward] to the front matter, with [contacts.ward] in polyleaf.toml",
        )
