import unicodedata

from polyleaf.checks.check import Example, check
from polyleaf.checks.held_places import held_place
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote

_DITTO = ("Sm", "Sk")
_LONGEST_WORD_FOR_NONE = 5
"""Letters of a text that a dash may translate."""


@check(
    "translation/place-held",
    severity=Severity.ERROR,
    bars_sign_off=True,
    rationale="""
        "TODO" or "???" where the translation will be. To every program it is a translation, and it counts as done.
    """,
    references=("NHS service manual: standard for creating health content, clinical approval",),
    example=Example(bad='msgid "At home"\nmsgstr "TODO"', good='msgstr "گھر پر"'),
    good=lambda: a_catalog(an_entry("At home", "گھر پر")),
    bad=lambda: a_catalog(an_entry("At home", "TODO")),
)
def place_held(catalog: CatalogView) -> Faults:
    """A translation only holds a place."""
    for entry in translated_entries(catalog):
        left = held_place(written_words(entry.target)) or _signs_alone(entry)
        if left and not held_place(written_words(entry.source)):
            hint = "Write the translation, or leave it empty"
            yield Fault(f"{quote(left)} only holds a place: translation of {quote(entry.msgid)}", entry.location, hint)


def _signs_alone(entry: Entry) -> str:
    """A translation of nothing but dashes, dots, question marks or "="; in a table a dash may stand for "None"."""
    source, target = written_words(entry.source), written_words(entry.target).strip()
    kinds = map(unicodedata.category, target)
    says = any(kind[0] not in "ZPC" and kind not in _DITTO for kind in kinds)
    return "" if says or sum(map(str.isalpha, source)) <= _LONGEST_WORD_FOR_NONE else target
