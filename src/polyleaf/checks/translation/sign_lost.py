from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import printed_entries
from polyleaf.locales.lost_signs import lost_signs, meant_by
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.wording import listed, quote


@check(
    "translation/sign-lost",
    severity=Severity.ERROR,
    rationale="""
        Where a program could not read or convert a sign, it leaves a code in its place: U+FFFD for what it could not
        read, U+FFFC for a picture, U+0092 for an apostrophe of Windows. On paper there is a box, or nothing at all,
        and a screen reader says something else or keeps silent.
    """,
    references=("Unicode Standard, section 23.8: specials", "Matterhorn Protocol 1.1, 31-030"),
    example=Example(bad="Nie jedz\ufffd i nie pij.", good="Nie jedz – i nie pij."),
    good=lambda: a_catalog(an_entry("Do not eat.", "Nie jedz – i nie pij.")),
    bad=lambda: a_catalog(an_entry("Do not eat.", "Nie jedz\x96 i nie pij.")),
)
def sign_lost(catalog: CatalogView) -> Faults:
    """A code stands in a translation where a sign was lost."""
    for entry in printed_entries(catalog):
        source = plain(entry.source)
        codes = [code for code in lost_signs(plain(entry.target)) if code not in source]
        if codes:
            meant = listed((f"U+{ord(code):04X} by {sign}" for code in codes if (sign := meant_by(code))), 3)
            yield Fault(
                f"A sign was lost in the translation of {quote(entry.msgid)}:"
                f" {listed((f'U+{ord(code):04X}' for code in codes), 3)} stands in its place",
                entry.location,
                f"Replace {meant}" if meant else "Look at the original of the translation, and type the sign",
            )
