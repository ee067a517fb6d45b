from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.values import differences
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Faults, Severity
from polyleaf.reading.amount import Kind


@check(
    "translation/phone-mismatch",
    severity=Severity.ERROR,
    rationale="""
        Somebody who bleeds at home calls the number on the leaflet. Telephone numbers are compared digit by digit;
        how the digits are grouped does not matter.
    """,
    references=("ITU-T E.123: notation of telephone numbers", "polyleaf: facts are data"),
    example=Example(
        bad='msgid "Call 01632 960 100."\nmsgstr "01632 960 010 پر فون کریں۔"',
        good='msgid "Call {ward_phone}."\nmsgstr "{ward_phone} پر فون کریں۔"',
    ),
    good=lambda: a_catalog(an_entry("Call 01632960100.", "01632960100 پر فون کریں۔")),
    bad=lambda: a_catalog(an_entry("Call 01632 960 100.", "01632 960 010 پر فون کریں۔")),
)
def phone_mismatch(catalog: CatalogView) -> Faults:
    """A telephone number of a translation is not that of the text."""
    return differences(catalog, Kind.PHONE, hint="Copy the number, or make it a fact in the leaflet: {ward_phone}")
