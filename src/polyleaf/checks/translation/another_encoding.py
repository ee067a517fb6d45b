from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import all_translated_entries, encoding_of_entry, written_words
from polyleaf.locales.table import language
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import count, listed, quote
from polyleaf.reading.letters import is_own

_ZAWGYI = "ေဆး႐ုံသို႔ မလာပါႏွင့္။"
"""“Do not come to the hospital.”"""


@check(
    "translation/another-encoding",
    severity=Severity.ERROR,
    bars_sign_off=True,
    rationale="""
        Burmese in Zawgyi, Hindi typed for Kruti Dev, Vietnamese in VNI, UTF-8 that was opened as something else: on the
        translator's screen, in the translator's font, such text looks right. It prints as other letters or as
        gibberish, and no other check can read it, so none of them judges it.
    """,
    references=(
        "Unicode Technical Note 11: representing Myanmar in Unicode",
        "Unicode Standard, chapter 12 and 16: the order of vowel signs in memory",
    ),
    example=Example(bad="a vowel sign E before its consonant (Zawgyi)", good="the same sign behind it (Unicode)"),
    good=lambda: a_catalog(an_entry("Do not come.", "ဆေးရုံသို့ မလာပါနှင့်။"), language=language("my")),
    bad=lambda: a_catalog(an_entry("Do not come.", _ZAWGYI), language=language("my")),
)
def another_encoding(catalog: CatalogView) -> Faults:
    """Translations are in an encoding that is not Unicode."""
    entries = tuple(all_translated_entries(catalog))
    found: dict[str, list[Entry]] = {}
    mixed = False
    for entry in entries:
        if name := encoding_of_entry(entry, catalog.language):
            found.setdefault(name, []).append(entry)
        else:
            mixed |= any(not char.isascii() and is_own(char, catalog.language) for char in written_words(entry.target))
    for name, those in found.items():
        which = f"first that of {quote(those[0].msgid)}"
        hint = "Have the whole file converted to Unicode by whoever wrote it, before anybody mends single words"
        if mixed:
            which = f"{listed(f'line {entry.location.line}' for entry in those)}"
            hint = "Have these alone converted: others of the file are in Unicode, and converting spoils what is"
        how_many = f"{len(those)} of {count(len(entries), 'translation')}"
        yield Fault(f"{how_many} not in Unicode, but in {name}: {which}", those[0].location, hint)
