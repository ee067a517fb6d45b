from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.opposites import missing_words
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.words.sides import left_and_right, other_side, sides_of_a_label
from polyleaf.reading.words.turned import says_another

_SIDES = ("left", "right")
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
    yield from missing_words(catalog, left_and_right, _SIDES, asked=lambda entry: entry.context != _LABEL)
    yield from missing_words(catalog, sides_of_a_label, _SIDES, asked=lambda entry: entry.context == _LABEL)
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            sides = other_side(source, catalog.source_language, target, catalog.language)
            if sides and not says_another(source, catalog.source_language):
                yield Fault(
                    f"{quote(source)} says {quote(sides[0])} alone; {quote(sides[1])} stands in {quote(target)} too",
                    entry.location,
                    "Compare the two sentences; waive this if the translation says the same in another way",
                )
