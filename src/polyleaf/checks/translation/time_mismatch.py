from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.values import differences
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Faults, Severity
from polyleaf.reading.amounts import Kind


@check(
    "translation/time-mismatch",
    severity=Severity.ERROR,
    rationale="""
        A patient who comes at five in the morning, or on the wrong day, misses the procedure or has fasted for
        nothing. Times are compared as minutes since midnight, with each language's words for morning and afternoon,
        and dates as day, month and year, whatever their order.
    """,
    references=("NHS service manual, Numbers: dates and times", "Unicode CLDR: day periods and names of months"),
    example=Example(
        bad='msgid "Come at 5:30pm."\nmsgstr "صبح 5:30 بجے آئیں۔"',
        good='msgid "Come at 5:30pm."\nmsgstr "شام 5:30 بجے آئیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Come at 5:30pm on 20 November.", "20 نومبر کو شام 5:30 بجے آئیں۔")),
    bad=lambda: a_catalog(an_entry("Come at 5:30pm.", "صبح 5:30 بجے آئیں۔")),
)
def time_mismatch(catalog: CatalogView) -> Faults:
    """A time or date of a translation is not that of the text."""
    hint = "Write the same time and day; 24 hours (17:30) leave no doubt in any language"
    return differences(catalog, Kind.DATE, Kind.TIME, hint=hint)
