from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote
from polyleaf.reading.punctuation import foreign_signs


@check(
    "translation/foreign-punctuation",
    severity=Severity.WARNING,
    rationale="""
        Urdu ends a sentence with ۔ and asks with ؟, Bengali and Punjabi end it with ।, Chinese with 。. The Latin
        signs look like a fault of printing, stand on the wrong side in right-to-left text, and screen readers do not
        pause at them.
    """,
    references=("Unicode CLDR: punctuation exemplars", "W3C, Arabic & Persian Layout Requirements"),
    example=Example(bad="کیا درد ہے?", good="کیا درد ہے؟"),
    good=lambda: a_catalog(an_entry("Does it hurt?", "کیا درد ہے؟")),
    bad=lambda: a_catalog(an_entry("Does it hurt?", "کیا درد ہے?")),
)
def foreign_punctuation(catalog: CatalogView) -> Faults:
    """A translation has the punctuation of another language."""
    for entry in translated_entries(catalog):
        signs = foreign_signs(written_words(entry.target), catalog.language)
        if signs:
            yield Fault(
                f"{listed(f'{wrong} for {right}' for wrong, right in signs)}"
                f" in the translation of {quote(entry.msgid)}",
                entry.location,
                f"Use the {catalog.language.english} sign",
            )
