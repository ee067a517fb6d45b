from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.language import POLISH
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.names import has_name, kept_names


@check(
    "translation/name-missing",
    severity=Severity.WARNING,
    rationale="""
        A patient who asks for another doctor than the leaflet names, or looks for another app, is lost. In languages in
        Latin letters the name of a person behind a title, of an account or a product stays as it is.
    """,
    references=("ISO 17100:2015: check by the translator", "MQM: accuracy, mistranslation of a named entity"),
    example=Example(
        bad='msgid "Ask for Dr Hughes."\nmsgstr "Proszę pytać o dr Nowaka."',
        good='msgstr "Proszę pytać o dr Hughes."',
    ),
    good=lambda: a_catalog(an_entry("Ask for Dr Hughes.", "Proszę pytać o dr Hughes."), language=POLISH),
    bad=lambda: a_catalog(an_entry("Ask for Dr Hughes.", "Proszę pytać o dr Nowaka."), language=POLISH),
)
def name_missing(catalog: CatalogView) -> Faults:
    """A name of the text is not found in the translation."""
    if catalog.language.script != "Latn" or catalog.source_language.script != "Latn":
        return
    for entry in translated_entries(catalog):
        target = written_words(entry.target)
        for name in kept_names(written_words(entry.source)):
            if not has_name(name, target):
                yield Fault(
                    f"The name {quote(name)} is not found in the translation of {quote(entry.msgid)}",
                    entry.location,
                    "Write the name as the text does; waive this if the language has another name for it",
                )
