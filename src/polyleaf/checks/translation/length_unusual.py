from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.checks.translation_parts.lengths import is_usual, ratio, short_sentence, usual
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.sentences import sentences

_TWICE = 2.5
"""Times the length of its source, from which a translation with more sentences is that of two texts."""


@check(
    "translation/length-unusual",
    severity=Severity.WARNING,
    rationale="""
        A translation of half the length has mostly lost a sentence, one of three times the length has a note or the
        next message in it; long texts differ less. Letters are counted by what they say: a Chinese character is worth
        three of Latin.
    """,
    references=("Translate Toolkit, pofilter: long, short", "polyleaf: measured on leaflets in 48 languages"),
    example=Example(
        bad='msgid "Take all your other medicines as normal."\nmsgstr "لیں"',
        good='msgid "Take all your other medicines as normal."\nmsgstr "باقی سب دوائیں معمول کے مطابق لیں۔"',
    ),
    good=lambda: a_catalog(
        an_entry("Take all your other medicines as normal.", "اپنی باقی سب دوائیں معمول کے مطابق لیں۔")
    ),
    bad=lambda: a_catalog(an_entry("Take all your other medicines as normal.", "لیں")),
)
def length_unusual(catalog: CatalogView) -> Faults:
    """A translation is much shorter or much longer than the text."""
    for entry in translated_entries(catalog):
        if not is_usual(entry, catalog) or _holds_another(entry, catalog):
            yield _fault(entry, entry.msgid, ratio(entry, catalog), catalog)
        elif short := short_sentence(entry, catalog):
            yield _fault(entry, *short, catalog)


def _fault(entry: Entry, text: str, found: float, catalog: CatalogView) -> Fault:
    others = usual(catalog)
    beside = "" if others.room > 1 else f"; in this catalog {others.ratio:.1f} times is usual"
    return Fault(
        f"The translation of {quote(text)} has {found:.1f} times its length{beside}",
        entry.location,
        "Look whether a part of it is missing, or one too many; waive this if it says the same in other words",
    )


def _holds_another(entry: Entry, catalog: CatalogView) -> bool:
    """Whether the translation of a short text has more sentences and is far longer: programs merge texts."""
    wanted, found = (len(sentences(written_words(one))) for one in (entry.source, entry.target))
    return found > wanted > 0 and ratio(entry, catalog) > _TWICE
