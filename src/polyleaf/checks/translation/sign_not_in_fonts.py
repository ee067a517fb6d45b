from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import in_translation, printed_entries, script_of_entry
from polyleaf.locales.signs import called, instead_of
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.letters import Letters
from polyleaf.model.wording import quote

_ARABIC = Letters(((0x20, 0x7E), (0x600, 0x6FF)))


@check(
    "translation/sign-not-in-fonts",
    severity=Severity.ERROR,
    rationale="""
        A sign that no font of the leaflet has is printed as an empty box, or in whatever font the machine finds.
    """,
    references=("Matterhorn Protocol 1.1, 31-030", "ISO 14289-1, 7.21.8"),
    example=Example(bad="📞 وارڈ", good="☎ وارڈ"),
    good=lambda: replace(a_catalog(an_entry("Ward", "وارڈ")), letters=_ARABIC),
    bad=lambda: replace(a_catalog(an_entry("Ward", "📞 وارڈ")), letters=_ARABIC),
)
def sign_not_in_fonts(catalog: CatalogView) -> Faults:
    """A sign in a translation cannot be printed."""
    if not catalog.letters.lacking("".join(plain(entry.target) for entry in printed_entries(catalog))):
        return
    for entry in printed_entries(catalog):
        if in_translation(catalog) and script_of_entry(entry, catalog.language):
            continue  # told as a whole
        source = plain(entry.source)
        for char in catalog.letters.lacking(plain(entry.target)):
            if char not in source:  # told there
                words = f"No font of the leaflet has {called(char)}, in the translation of {quote(entry.msgid)}"
                yield Fault(words, entry.location, instead_of(char, catalog.letters))
