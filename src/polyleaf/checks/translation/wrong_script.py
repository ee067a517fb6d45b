import unicodedata

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import characters, translated_entries, written_words
from polyleaf.checks.translation_parts.latin import is_abbreviation, kept_words, words_of
from polyleaf.checks.translation_parts.other_scripts import in_other_scripts
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.language import Language
from polyleaf.model.wording import listed, quote
from polyleaf.reading.letters import all_own, is_latin, is_own
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.units import symbols


@check(
    "translation/wrong-script",
    severity=Severity.WARNING,
    bars_sign_off=True,
    rationale="""
        Words in another script are mostly words that nobody translated, or text of another language in the wrong
        catalog. Names, abbreviations, terms of the glossary that stay as they are, and drug names among the facts may
        stand in Latin letters.
    """,
    references=("Unicode CLDR: scripts of languages", "Unicode Technical Standard 39: mixed-script detection"),
    example=Example(
        bad='msgid "Call the ward."\nmsgstr "ward کو فون کریں۔"',
        good='msgid "Call the ward."\nmsgstr "وارڈ کو فون کریں۔"',
    ),
    good=lambda: a_catalog(an_entry("Call NHS 111.", "NHS 111 کو فون کریں۔")),
    bad=lambda: a_catalog(an_entry("Call the ward.", "ward کو فون کریں۔")),
)
def wrong_script(catalog: CatalogView) -> Faults:
    """Words of a translation are in another script than its language."""
    yield from in_other_scripts(catalog, certain=False)
    strange_letters = frozenset(char for char in characters(catalog) if _is_strange(char, catalog.language))
    for entry in translated_entries(catalog):
        if strange_letters.isdisjoint(written_words(entry.target)):
            continue
        kept = kept_words(catalog, entry)
        strange = [
            word
            for word in words_of(entry)
            if _strange(word, catalog.language) and word.casefold() not in kept and not _greek_to_all(word, entry)
        ]
        if strange:
            yield Fault(
                f"{listed((quote(word, 30) for word in strange), 3)} is not in {catalog.language.english} script",
                entry.location,
                "Translate it; a name that stays as it is belongs into the glossary with itself as its translation",
            )


def _is_strange(char: str, language: Language) -> bool:
    return unicodedata.category(char)[0] in "LM" and not is_own(char, language)


def _greek_to_all(word: str, entry: Entry) -> bool:
    """Whether a word is in the text too, in letters of neither language."""
    return not any(map(is_latin, word)) and word in entry.msgid


def _strange(word: str, language: Language) -> bool:
    if all_own(word, language):
        return False
    others = [char for char in word if _is_strange(char, language)]
    if not others:
        return False
    # "X 光", "5 mg": a lone letter is a sign, and so is the symbol of a unit.
    sign = len(word) == 1 or is_abbreviation(word) or fold(word) in symbols()
    return not (sign and all(map(is_latin, others)))
