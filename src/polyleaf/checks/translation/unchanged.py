import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.checks.translation_parts.latin import is_abbreviation, kept_words
from polyleaf.checks.translation_parts.latin import words_of as words_in
from polyleaf.locales.table import words_of
from polyleaf.locales.words import Cognates
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.language import Language
from polyleaf.model.wording import quote
from polyleaf.reading.sentences import sentences
from polyleaf.reading.words.pattern import fold

_LEAST_WORDS = 4
"""Words from which a sentence that stands in both texts is no coincidence ("NHS 111")."""


@check(
    "translation/unchanged",
    severity=Severity.WARNING,
    bars_sign_off=True,
    rationale="""
        A translation that is the text itself, or has a whole sentence of it, was forgotten or copied to make the
        catalog look finished. What stays as it is in every language (names, abbreviations) belongs into the glossary
        with itself as its translation. Words that the language writes as English does ("date" in French) are known.
    """,
    references=("Translate Toolkit, pofilter: unchanged, untranslated",),
    example=Example(bad='msgid "After your scan"\nmsgstr "After your scan"', good='msgstr "اسکین کے بعد"'),
    good=lambda: a_catalog(an_entry("NHS 111", "NHS 111"), an_entry("After your scan", "اسکین کے بعد")),
    bad=lambda: a_catalog(an_entry("After your scan", "After your scan")),
)
def unchanged(catalog: CatalogView) -> Faults:
    """A translation is the text itself, or has a sentence of it."""
    if _close(catalog):
        return
    for entry in translated_entries(catalog):
        same = _same(entry)
        if same and not _kept(catalog, entry):
            yield Fault(
                f"{quote(same)} is not translated",
                entry.location,
                "Translate it; what stays as it is belongs into the glossary with itself as its translation",
            )


def _close(catalog: CatalogView) -> bool:
    """British and American English share most of their words."""
    return _base(catalog.language) == _base(catalog.source_language)


def _base(language: Language) -> str:
    return language.locale.split("_")[0]


def _same(entry: Entry) -> str:
    source, target = written_words(entry.source), written_words(entry.target)
    if _bare(source) == _bare(target):
        return source
    known = {_bare(sentence) for sentence in sentences(source)}
    long = (one for one in sentences(target) if len(one.split()) >= _LEAST_WORDS)
    return next((sentence for sentence in long if _bare(sentence) in known), "")


def _kept(catalog: CatalogView, entry: Entry) -> bool:
    shared = words_of(catalog.language).section(Cognates).with_.get(_base(catalog.source_language), ())
    kept = kept_words(catalog, entry).union(shared)
    parts = [part for word in words_in(entry) for part in word.split("-") if len(part) > 1]
    source = written_words(entry.source)
    return all(part.casefold() in kept or (is_abbreviation(part) and part in source) for part in parts)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
