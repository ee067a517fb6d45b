from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import in_translation, is_missing
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.message import TextState
from polyleaf.model.wording import count, quote


@check(
    "translation/missing",
    severity=Severity.ERROR,
    rationale="""
        Where a translation is missing, the page falls back to the language the patient cannot read. A draft may be
        printed with such gaps, marked as one; a release may not.
    """,
    references=("NHS, Standard for creating health content (2024): translations are clinically accurate",),
    example=Example(bad='msgid "Do not eat."\nmsgstr ""', good='msgid "Do not eat."\nmsgstr "کچھ نہ کھائیں۔"'),
    good=lambda: a_catalog(an_entry("Do not eat.", "کچھ نہ کھائیں۔")),
    bad=lambda: a_catalog(
        an_entry("Do not eat.", "کچھ نہ کھائیں۔"), an_entry("Drink.", "", TextState.MISSING, line=34)
    ),
)
def missing(catalog: CatalogView) -> Faults:
    """A text has no translation."""
    if not in_translation(catalog):
        return
    gaps = [entry for entry in catalog.entries if is_missing(entry)]
    language = catalog.language.english
    if gaps and len(gaps) == len(catalog.entries):
        yield Fault(
            f"No {language} translation yet: {count(len(gaps), 'message')} to translate",
            Location(catalog.path, locale=catalog.language.locale),
            f"Write the catalog with `polyleaf catalog update -l {catalog.language.locale}` and send it to a translator"
            if not catalog.exists
            else "Send the catalog to a translator",
        )
        return
    for entry in gaps:
        yield Fault(f"No {language} translation of {quote(entry.msgid)}", entry.location, "Translate it in the catalog")
