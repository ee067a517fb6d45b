from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.checks.turned_numbers import turned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.language import Direction
from polyleaf.model.wording import quote


@check(
    "translation/numbers-turned-round",
    severity=Severity.ERROR,
    rationale="""
        In right-to-left text, groups of digits with spaces or hyphens between them are set in reverse order:
        "01632 960 100" is printed as "100 960 01632", and a plus sign moves to the end. The number is wrong on paper
        and right in every catalog editor. Facts are isolated and keep their order.
    """,
    references=("Unicode Standard Annex 9, Bidirectional Algorithm: rules W4 and N1",),
    example=Example(bad='msgstr "01632 960 100 پر فون کریں۔"', good='msgstr "{ward_phone} پر فون کریں۔"'),
    good=lambda: a_catalog(an_entry("Call 01632960100.", "01632960100 پر فون کریں۔")),
    bad=lambda: a_catalog(an_entry("Call 01632 960 100.", "01632 960 100 پر فون کریں۔")),
)
def numbers_turned_round(catalog: CatalogView) -> Faults:
    """A telephone number would be printed in reverse order."""
    if catalog.language.direction is not Direction.RTL:
        return
    for entry in translated_entries(catalog):
        for number in turned(written_words(entry.target)):
            yield Fault(
                f"{quote(number)} would be printed with its groups in reverse order",
                entry.location,
                "Make it a fact in the leaflet ({ward_phone}), or write its digits without spaces",
            )
