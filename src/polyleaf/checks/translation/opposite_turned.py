from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.turned_words import turned_round
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Faults, Severity


@check(
    "translation/opposite-turned",
    severity=Severity.WARNING,
    rationale="""
        "Increase the dose" for "reduce the dose", "maximum" for "minimum", "start" for "stop": one word turns advice
        round, and the sentence stays smooth. The pairs of each language are a table, and languages say things in
        different ways, so a reviser decides.
    """,
    references=(
        "J Clin Outcomes Manag 2018;25(1): machine translations of medication instructions",
        "ISO 17100:2015: revision by a second person",
    ),
    example=Example(
        bad='msgid "Increase the dose."\nmsgstr "خوراک گھٹائیں۔"',
        good='msgid "Increase the dose."\nmsgstr "خوراک بڑھائیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Increase the dose.", "خوراک بڑھائیں۔")),
    bad=lambda: a_catalog(an_entry("Increase the dose.", "خوراک گھٹائیں۔")),
)
def opposite_turned(catalog: CatalogView) -> Faults:
    """A word of the text stands as its opposite in the translation."""
    return turned_round(catalog, critical=False)
