from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.checks.translation_parts.lengths import ratio, usual
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import count, quote
from polyleaf.reading.punctuation import ends_sentences
from polyleaf.reading.sentences import sentences

_SHORTER = 1.05
"""Part of the catalog's usual length below which fewer sentences are not sentences that were joined."""


@check(
    "translation/sentence-missing",
    severity=Severity.WARNING,
    rationale="""
        The last sentence of a paragraph is the one that gets lost, and it is often the one that says when to call.
        A translation that has fewer sentences and is shorter than the catalog's other translations has mostly lost
        one; one that joins two sentences keeps its length.
    """,
    references=("Translate Toolkit, pofilter: sentencecount", "ISO 17100:2015: the reviser looks for omissions"),
    example=Example(
        bad='msgid "Go home. Call us if you bleed."\nmsgstr "گھر جائیں۔"',
        good='msgid "Go home. Call us if you bleed."\nmsgstr "گھر جائیں۔ خون بہے تو ہمیں فون کریں۔"',
    ),
    good=lambda: a_catalog(an_entry("Go home. Call us if you bleed.", "گھر جائیں۔ خون بہے تو ہمیں فون کریں۔")),
    bad=lambda: a_catalog(an_entry("Go home. Call us if you bleed.", "گھر جائیں۔")),
)
def sentence_missing(catalog: CatalogView) -> Faults:
    """A translation has fewer sentences than the text, and is short."""
    if not ends_sentences(catalog.language):
        return
    known = usual(catalog)
    shortest = _SHORTER * (known.ratio if known.room == 1 else 1.0)
    for entry in translated_entries(catalog):
        wanted, found = len(sentences(written_words(entry.source))), len(sentences(written_words(entry.target)))
        if found < wanted and found and ratio(entry, catalog) < shortest:
            yield Fault(
                f"{count(found, 'sentence')} for {wanted}: translation of {quote(entry.msgid)}",
                entry.location,
                "Compare sentence by sentence",
            )
