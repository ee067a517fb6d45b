from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.turned_words import turned_round
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Faults, Severity


@check(
    "translation/critical-opposite-turned",
    severity=Severity.ERROR,
    rationale="""
        What stands in a critical block is what harms if it is turned round. "Start" for "stop" is an error there,
        until somebody who reads the language has looked, and says in a waiver why it is right.
    """,
    references=(
        "J Clin Outcomes Manag 2018;25(1): machine translations of medication instructions",
        "ISO 17100:2015: revision by a second person",
    ),
    example=Example(
        bad='msgid "Increase the dose."\nmsgstr "خوراک گھٹائیں۔"',
        good='msgid "Increase the dose."\nmsgstr "خوراک بڑھائیں۔"',
    ),
    good=lambda: a_catalog(
        an_entry("Increase the dose.", "خوراک بڑھائیں۔"), critical=frozenset({("", "Increase the dose.")})
    ),
    bad=lambda: a_catalog(
        an_entry("Increase the dose.", "خوراک گھٹائیں۔"), critical=frozenset({("", "Increase the dose.")})
    ),
)
def critical_opposite_turned(catalog: CatalogView) -> Faults:
    """A word of a critical block stands as its opposite in the translation."""
    return turned_round(catalog, critical=True)
