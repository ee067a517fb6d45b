from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import written_words
from polyleaf.checks.translation_parts.partners import Pair, changed_places, stems
from polyleaf.checks.translation_parts.together import letters, printed_together
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.subject import LocaleCatalogs
from polyleaf.model.wording import quote

_HERE, _THERE = "abcdefgh", "ابتجدرسش"
_TEXTS = 40


def _sample(*, changed: bool) -> LocaleCatalogs:
    """Texts of three words each out of as many as there are texts; two have each other's translation, if changed."""
    places = list(range(_TEXTS))
    if changed:
        places[0], places[20] = places[20], places[0]
    entries = (an_entry(_words(text, _HERE), _words(place, _THERE), line=text) for text, place in enumerate(places))
    return LocaleCatalogs("ur", "translations/ur/LC_MESSAGES", (a_catalog(*entries),))


def _words(text: int, letters: str) -> str:
    numbers = ((text + step) % _TEXTS for step in (0, 1, 3))
    return " ".join(letters[number // 8] * 2 + letters[number % 8] * 2 for number in numbers)


@check(
    "translation/changed-places",
    severity=Severity.WARNING,
    rationale="""
        Pasted one row too low, a translation stands under another text. No number need differ: what tells is that the
        words of both texts have, in all other texts of the language, partners that stand in the other's translation and
        not in their own. Half of such slips are seen, those of texts whose words stand elsewhere too.
    """,
    references=("polyleaf: measured on TICO-19 in 22 languages and on leaflets in 12",),
    example=Example(
        bad='msgid "Bring your letter."\nmsgstr "سوئی باریک ہے۔"\n\n'
        'msgid "The needle is thin."\nmsgstr "اپنا خط لائیں۔"',
        good='msgid "Bring your letter."\nmsgstr "اپنا خط لائیں۔"',
    ),
    good=lambda: _sample(changed=False),
    bad=lambda: _sample(changed=True),
)
def translations_changed_places(together: LocaleCatalogs) -> Faults:
    """Two texts seem to have each other's translation."""
    first: dict[str, Entry] = {}
    for entry in printed_together(together):
        first.setdefault(letters(entry.msgid), entry)
    entries = tuple(first.values())
    pairs = tuple(_pair(entry, together.catalogs[0]) for entry in entries)
    for one, other in changed_places(pairs):
        yield Fault(
            f"{quote(entries[one].msgid)} seems to have the translation of {quote(entries[other].msgid)}"
            f" in {entries[other].location}, and the other way round",
            entries[one].location,
            "Put each translation under its own text",
        )


def _pair(entry: Entry, catalog: CatalogView) -> Pair:
    here, there = written_words(entry.source), written_words(entry.target)
    return Pair(stems(here, catalog.source_language), stems(there, catalog.language))
