from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.checks.turned_numbers import turned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.language import Direction


@check(
    "translation/numbers-turned-round",
    severity=Severity.ERROR,
    rationale="""
        In right-to-left text, groups of digits with spaces or hyphens between them are set in reverse order, and the
        number is wrong on paper and right in every catalog editor. A telephone number that begins with 0, + or a code
        in brackets is printed as it is typed. Facts always keep their order.
    """,
    references=("Unicode Standard Annex 9, Bidirectional Algorithm: rules W4 and N1",),
    example=Example(bad='msgstr "100 960 01632 پر فون کریں۔"', good='msgstr "{ward_phone} پر فون کریں۔"'),
    good=lambda: a_catalog(an_entry("Call 01632 960 100.", "01632 960 100 پر فون کریں۔")),
    bad=lambda: a_catalog(an_entry("Call 01632 960 100.", "100 960 01632 پر فون کریں۔")),
)
def numbers_turned_round(catalog: CatalogView) -> Faults:
    """A telephone number is not printed in the order in which it is dialled."""
    if catalog.language.direction is not Direction.RTL:
        return
    for entry in translated_entries(catalog):
        for wrong, remedy in turned(written_words(entry.target)):
            yield Fault(wrong, entry.location, f"Make it a fact in the leaflet ({{ward_phone}}), or {remedy}")
