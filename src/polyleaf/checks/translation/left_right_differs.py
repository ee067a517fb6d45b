from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.opposites import missing_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Faults, Severity
from polyleaf.reading.words.sides import left_and_right, sides_of_a_label

_LABEL = "side"
"""Context of the words above a picture that say what is on either side of it."""


@check(
    "translation/left-right-differs",
    severity=Severity.WARNING,
    rationale="""
        Left and right are mixed up easily and noticed late. Where the text names a side of the body, the translation
        should name the same side; the words of each language are a table, so a reviser decides.
    """,
    references=("WHO Surgical Safety Checklist: site marked", "ISO 17100:2015: revision by a second person"),
    example=Example(
        bad='msgid "Lie on your left side."\nmsgstr "دائیں کروٹ لیٹیں۔"',
        good='msgid "Lie on your left side."\nmsgstr "بائیں کروٹ لیٹیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Lie on your left side.", "بائیں کروٹ لیٹیں۔")),
    bad=lambda: a_catalog(an_entry("Lie on your left side.", "دائیں کروٹ لیٹیں۔")),
)
def left_right_differs(catalog: CatalogView) -> Faults:
    """A side that the text names, left or right, is not found in the translation."""
    for words_of, is_label in ((left_and_right, False), (sides_of_a_label, True)):
        entries = tuple(entry for entry in catalog.entries if (entry.context == _LABEL) == is_label)
        yield from missing_words(replace(catalog, entries=entries), words_of, ("left", "right"))
