from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.language import POLISH
from polyleaf.checks.translation_parts.entries import characters, translated_entries, written_words
from polyleaf.checks.translation_parts.latin import kept_words, words_of
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote
from polyleaf.reading.letters import is_foreign, look_alikes


@check(
    "translation/foreign-letter",
    severity=Severity.WARNING,
    rationale="""
        A letter that the language does not use is a slip of the keyboard, or text of a neighbouring language in the
        wrong catalog: Czech in a Polish leaflet, Russian in a Ukrainian one.
    """,
    references=("Unicode CLDR: exemplar characters",),
    example=Example(
        bad='msgid "Call us."\nmsgstr "Zavolejte nám, prosím. Děkujeme."', good='msgstr "Proszę do nas zadzwonić."'
    ),
    good=lambda: a_catalog(an_entry("Call us.", "Proszę do nas zadzwonić."), language=POLISH),
    bad=lambda: a_catalog(an_entry("Call us.", "Proszę nám zavolejte, děkujeme."), language=POLISH),
)
def foreign_letter(catalog: CatalogView) -> Faults:
    """A translation has letters that its language does not use."""
    foreign = frozenset(char for char in characters(catalog) if is_foreign(char, catalog.language))
    for entry in translated_entries(catalog):
        if foreign.isdisjoint(written_words(entry.target)):
            continue
        words = tuple(words_of(entry))
        kept = kept_words(catalog, entry)
        strange = [
            word
            for word in words
            if not foreign.isdisjoint(word) and word.casefold() not in kept and not look_alikes(word, catalog.language)
        ]
        if strange:
            yield Fault(
                f"{listed((quote(word, 30) for word in strange), 3)} has letters that {catalog.language.english}"
                " does not use",
                entry.location,
                "Correct the spelling; a name that stays as it is belongs into the glossary",
            )
