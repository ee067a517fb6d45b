from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.lengths import is_usual, ratio
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote


@check(
    "translation/length-unusual",
    severity=Severity.WARNING,
    rationale="""
        A translation of half the length has mostly lost a sentence, one of three times the length has a note or the
        next message in it; long texts differ less. Letters are counted by what they say: a Chinese character is worth
        three of Latin.
    """,
    references=("Translate Toolkit, pofilter: long, short", "polyleaf: measured on leaflets in 48 languages"),
    example=Example(
        bad='msgid "Take all your other medicines as normal."\nmsgstr "لیں"',
        good='msgid "Take all your other medicines as normal."\nmsgstr "باقی سب دوائیں معمول کے مطابق لیں۔"',
    ),
    good=lambda: a_catalog(
        an_entry("Take all your other medicines as normal.", "اپنی باقی سب دوائیں معمول کے مطابق لیں۔")
    ),
    bad=lambda: a_catalog(an_entry("Take all your other medicines as normal.", "لیں")),
)
def length_unusual(catalog: CatalogView) -> Faults:
    """A translation is much shorter or much longer than the text."""
    for entry in translated_entries(catalog):
        if not is_usual(entry, catalog):
            yield Fault(
                f"The translation of {quote(entry.msgid)} has {ratio(entry, catalog):.1f} times its length",
                entry.location,
                "Look whether a sentence is missing, or one too many",
            )
