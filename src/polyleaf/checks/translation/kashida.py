from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote

_TATWEEL = "\u0640"


@check(
    "translation/kashida",
    severity=Severity.WARNING,
    rationale="""
        A kashida (tatweel) stretches a word for looks. It is a character of the text: searches miss the word, screen
        readers stumble, and in Nastaliq it breaks the line of the letters.
    """,
    references=("W3C, Arabic & Persian Layout Requirements: kashida", "polyleaf: the page sets the spaces"),
    example=Example(bad="فـــون", good="فون"),
    good=lambda: a_catalog(an_entry("Phone", "فون")),
    bad=lambda: a_catalog(an_entry("Phone", "فـــون")),
)
def kashida(catalog: CatalogView) -> Faults:
    """A word of a translation is stretched with kashidas."""
    for entry in translated_entries(catalog):
        if _TATWEEL in written_words(entry.target):
            yield Fault(f"A kashida (U+0640) in the translation of {quote(entry.msgid)}", entry.location, "Delete it")
