from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.values import differences
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Faults, Severity
from polyleaf.reading.amount import Kind


@check(
    "translation/number-mismatch",
    severity=Severity.ERROR,
    rationale="""
        A dose, a waiting time or an age that changed in translation can injure. Numbers are compared by value, in any
        order: digits of every script, the decimal and thousands signs of each language, fractions, and number words
        beside a unit where the words of both languages are known.
    """,
    references=(
        "Translate Toolkit, pofilter: numbers",
        "NHS service manual, Numbers: use numerals",
        "ISMP, List of Error-Prone Abbreviations, Symbols, and Dose Designations",
    ),
    example=Example(
        bad='msgid "Rest for 3 hours."\nmsgstr "۴ گھنٹے آرام کریں۔"',
        good='msgid "Rest for 3 hours."\nmsgstr "۳ گھنٹے آرام کریں۔"',
    ),
    good=lambda: a_catalog(an_entry("Rest for 3 hours.", "۳ گھنٹے آرام کریں۔")),
    bad=lambda: a_catalog(an_entry("Rest for 3 hours.", "۴ گھنٹے آرام کریں۔")),
)
def number_mismatch(catalog: CatalogView) -> Faults:
    """The numbers of a translation are not those of the text."""
    hint = "Write the same numbers in digits, of either script, with the separators of the language"
    return differences(catalog, Kind.NUMBER, hint=hint)
