from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote
from polyleaf.reading.letters import presentation_forms


@check(
    "translation/presentation-form",
    severity=Severity.ERROR,
    rationale="""
        Presentation forms are shapes of letters, left over from old programs and PDF files. Copied into a catalog
        they join with nothing, often stand in the wrong order, and are read aloud as gibberish or not at all.
    """,
    references=("Unicode Standard, chapter 9: Arabic presentation forms", "W3C, Arabic & Persian Layout Requirements"),
    example=Example(bad="ﻓﻮﻥ (U+FED3 U+FEEE U+FEE5)", good="فون"),
    good=lambda: a_catalog(an_entry("Phone", "فون")),
    bad=lambda: a_catalog(an_entry("Phone", "ﻓﻮﻥ")),
)
def presentation_form(catalog: CatalogView) -> Faults:
    """A translation has shapes of letters in place of letters."""
    for entry in translated_entries(catalog):
        source = written_words(entry.source)
        forms = [char for char in presentation_forms(written_words(entry.target)) if char not in source]
        if forms:
            codes = listed((f"U+{ord(char):04X}" for char in forms), 3)
            yield Fault(
                f"{codes} in the translation of {quote(entry.msgid)}",
                entry.location,
                "Type the words again; text copied from a PDF file has such characters",
            )
