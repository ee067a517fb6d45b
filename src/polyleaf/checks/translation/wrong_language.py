from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.agreement import LONGEST
from polyleaf.reading.sentences import sentences
from polyleaf.reading.words.common import another_language, may_be_another


@check(
    "translation/wrong-language",
    severity=Severity.WARNING,
    bars_sign_off=True,
    rationale="""
        Whoever fills a catalog cannot read all languages: Persian pasted into the Urdu catalog, or a sentence left in
        English, looks right to everybody but the patient. The small words of each language tell.
    """,
    references=("ISO 17100:2015: check by the translator", "polyleaf: a page says the language it is in"),
    example=Example(
        bad='msgid "Come before the scan."\nmsgstr "لطفاً قبل از اسکن به بخش بیایید و با ما صحبت کنید که چه باید کرد"',
        good='msgid "Come before the scan."\nmsgstr "اسکین سے پہلے آئیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Come before the scan.", "اسکین سے پہلے آئیں۔")),
    bad=lambda: a_catalog(an_entry("Come before the scan.", "قبل از اسکن به بخش بیایید و با ما صحبت کنید")),
)
def wrong_language(catalog: CatalogView) -> Faults:
    """A sentence of a translation is in another language."""
    for entry in translated_entries(catalog):
        words = written_words(entry.target)[:LONGEST]
        for text in dict.fromkeys((words, *sentences(words))) if may_be_another(words, catalog.language) else ():
            other = another_language(text, catalog.language)
            if other:
                yield Fault(
                    f"{quote(text)} looks like the language `{other}`, not {catalog.language.english}",
                    entry.location,
                    "Translate it again; perhaps it was pasted into the wrong catalog",
                )
                break
