from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.wording import quote
from polyleaf.reading.punctuation import ending, opening_bracket, same_ending


@check(
    "translation/end-punctuation-differs",
    severity=Severity.WARNING,
    rationale="""
        A missing full stop is mostly a sentence that was cut off; a colon that became a full stop separates a list
        from what it is about. Each language has its own signs (۔ । 。 ؟) and its own habits; they are a table.
    """,
    references=("Translate Toolkit, pofilter: startpunc, endpunc", "Unicode CLDR: punctuation"),
    example=Example(bad='msgid "Call us if:"\nmsgstr "ہمیں فون کریں اگر۔"', good='msgstr "ہمیں فون کریں اگر:"'),
    good=lambda: a_catalog(an_entry("Call us if:", "ہمیں فون کریں اگر:"), an_entry("Call us.", "فون کریں۔")),
    bad=lambda: a_catalog(an_entry("Call us if:", "ہمیں فون کریں اگر۔")),
)
def end_punctuation_differs(catalog: CatalogView) -> Faults:
    """A translation does not begin or end with the same kind of sign as the text."""
    for entry in translated_entries(catalog):
        source, target = plain(entry.source), plain(entry.target)
        wanted = ending(source, catalog.source_language)
        if not same_ending(wanted, target, catalog.language):
            found = ending(target, catalog.language)
            yield Fault(
                f"The text ends with {_named(wanted)}, the translation with {_named(found)}: {quote(entry.msgid)}",
                entry.location,
                "End it as the text ends, with the sign of the language",
            )
        elif opening_bracket(source) != opening_bracket(target):
            yield Fault(
                f"The text and the translation do not both begin with a bracket: {quote(source)}",
                entry.location,
                "Begin it as the text begins",
            )


def _named(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" if kind else "no sign"
