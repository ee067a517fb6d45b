from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.opposites import missing_words
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.words.says import says_another, says_both
from polyleaf.reading.words.sides import left_and_right, one_side, other_side, sides_of_a_label

_SIDES = ("left", "right")
_HINT = "Compare the two sentences; waive this if the translation says the same in another way"
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
                    _HINT,
                )
            elif both := _one_of_both(source, target, catalog):
                yield Fault(
                    f"{quote(both[0])} of {quote(source)} has become {quote(both[1])} in {quote(target)}",
                    entry.location,
                    _HINT,
                )


def _one_of_both(source: str, target: str, catalog: CatalogView) -> tuple[str, str] | None:
    """The "both eyes" of a sentence, and the one side that its translation names; None if it does not."""
    both = says_both(source, catalog.source_language)
    if not both or one_side(source, catalog.source_language) or says_both(target, catalog.language):
        return None
    side = one_side(target, catalog.language)
    return (both, side) if side else None
