from collections import Counter

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import differing, translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote
from polyleaf.reading.addresses import addresses_in


@check(
    "translation/address-mismatch",
    severity=Severity.ERROR,
    rationale="""
        An e-mail or web address is right to the letter or it is useless, and one that leads to another place may do
        harm. This compares addresses that are printed as words; those behind links are compared with the markup.
    """,
    references=("Translate Toolkit, pofilter: emails, urls", "polyleaf: facts are data"),
    example=Example(
        bad='msgid "Write to ward@example.org."\nmsgstr "ward@exmaple.org پر لکھیں۔"',
        good='msgid "Write to ward@example.org."\nmsgstr "ward@example.org پر لکھیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Write to ward@example.org.", "ward@example.org پر لکھیں۔")),
    bad=lambda: a_catalog(an_entry("Write to ward@example.org.", "ward@exmaple.org پر لکھیں۔")),
)
def address_mismatch(catalog: CatalogView) -> Faults:
    """The e-mail and web addresses of a translation are not those of the text."""
    for entry in translated_entries(catalog):
        wanted = Counter(addresses_in(written_words(entry.source)))
        found = Counter(addresses_in(written_words(entry.target)))
        if wanted == found:
            continue
        lost, extra = wanted - found, found - wanted
        wrong = differing(listed(map(quote, lost)), listed(map(quote, extra)), "not in the text")
        yield Fault(
            f"{wrong}: translation of {quote(entry.msgid)}",
            entry.location,
            "Copy addresses letter for letter, or make them facts in the leaflet: {web: ...}, {email: ...}",
        )
