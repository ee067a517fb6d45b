from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.medicines import other_medicines


@check(
    "translation/medicine-differs",
    severity=Severity.ERROR,
    rationale="""
        Who stops another medicine than warfarin bleeds, and the sentence reads well. Names of medicines sound alike in
        all languages, so they are compared by their sound in whatever script. One that a language calls by another
        word is not judged, nor one that stands for nothing else.
    """,
    references=(
        "WHO, International nonproprietary names",
        "ISMP, Guidelines for safe communication of medication information",
    ),
    example=Example(
        bad='msgid "Do not take ibuprofen."\nmsgstr "Nie brać paracetamolu."',
        good='msgid "Do not take ibuprofen."\nmsgstr "Nie brać ibuprofenu."',
    ),
    good=lambda: a_catalog(an_entry("Do not take ibuprofen.", "آئبوپروفین نہ لیں۔")),
    bad=lambda: a_catalog(an_entry("Do not take ibuprofen.", "پیراسیٹامول نہ لیں۔")),
)
def medicine_differs(catalog: CatalogView) -> Faults:
    """A medicine of the text is another one in the translation."""
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            for one, other in other_medicines(source, target, catalog.language):
                yield Fault(
                    f"{quote(one)} of {quote(source)} has become {quote(other)} in {quote(target)}",
                    entry.location,
                    "Name the same medicine; waive this if both are names of one",
                )
