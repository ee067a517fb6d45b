from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.checks.translation_parts.values import counted
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.rates import other_rate
from polyleaf.reading.words.bare_units import other_unit


@check(
    "translation/unit-mismatch",
    severity=Severity.ERROR,
    rationale="""
        The right number with the wrong unit is as dangerous as a wrong number: 500 mg for 500 micrograms is a
        thousand times the dose, and 2 days of fasting are not 2 hours. Units are recognised in the words of each
        language, and compared by what they measure: 0.5 g may be 500 mg.
    """,
    references=(
        "ISMP, List of Error-Prone Abbreviations, Symbols, and Dose Designations: µg mistaken as mg",
        "Unicode CLDR: names of units",
    ),
    example=Example(
        bad='msgid "Do not eat for 2 hours."\nmsgstr "2 دن تک کچھ نہ کھائیں۔"',
        good='msgid "Do not eat for 2 hours."\nmsgstr "2 گھنٹے تک کچھ نہ کھائیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Do not eat for 2 hours.", "2 گھنٹے تک کچھ نہ کھائیں۔")),
    bad=lambda: a_catalog(an_entry("Do not eat for 2 hours.", "2 دن تک کچھ نہ کھائیں۔")),
)
def unit_mismatch(catalog: CatalogView) -> Faults:
    """A unit of the text has become another unit."""
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            both = source, catalog.source_language, target, catalog.language
            other = other_unit(*both) or other_rate(*both)
            if other:
                yield Fault(
                    f"{quote(other[0])} of {quote(source)} has become {quote(other[1])} in {quote(target)}",
                    entry.location,
                    "Write the same unit",
                )
    for one in counted(catalog):
        for wanted, found in one.agreement.other_unit:
            yield Fault(
                f"{quote(str(wanted))} has become {quote(str(found))} in the translation of {quote(one.entry.msgid)}",
                one.entry.location,
                "Write the same unit; better still, make it a fact in the leaflet: {quantity: 2, unit: hour}",
            )
