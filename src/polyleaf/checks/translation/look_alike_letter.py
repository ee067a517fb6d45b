from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import count, quote
from polyleaf.reading.letters import look_alikes


@check(
    "translation/look-alike-letter",
    severity=Severity.ERROR,
    rationale="""
        Arabic and Persian yeh and kaf, or a Cyrillic "а" in a Latin word, look the same in some places and not in
        others: letters join wrongly or fall back to another font, no search finds the word, and a screen reader
        spells it out.
    """,
    references=("W3C, Arabic & Persian Layout Requirements", "Unicode Technical Standard 39: confusables"),
    example=Example(bad="كريں with the Arabic kaf U+0643", good="کریں with the Urdu kaf U+06A9"),
    good=lambda: a_catalog(an_entry("Call.", "فون کریں۔")),
    bad=lambda: a_catalog(an_entry("Call.", "فون كريں۔")),
)
def look_alike_letter(catalog: CatalogView) -> Faults:
    """A translation has a letter of another language that only looks right."""
    found: dict[tuple[str, str], list[tuple[str, Entry]]] = {}
    for entry in translated_entries(catalog):
        source = written_words(entry.source)
        for wrong, right, word in look_alikes(written_words(entry.target), catalog.language):
            if word not in source:  # else it is copied as it is, from a text that has it
                found.setdefault((wrong, right), []).append((word, entry))
    for (wrong, right), places in found.items():
        word, entry = places[0]
        more = f", and in {count(len(places) - 1, 'more translation')}" if len(places) > 1 else ""
        yield Fault(
            f"{wrong} (U+{ord(wrong):04X}) in {quote(word)} is not {catalog.language.english}:"
            f" translation of {quote(entry.msgid)}{more}",
            entry.location,
            f"Replace it by {right} (U+{ord(right):04X}), best in the whole catalog",
        )
