import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.language import POLISH
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote

_MARKS = re.compile(
    r"(?<![^\W\d_])\"|\"(?![^\W\d_])|[“”„‟«»‹›「」『』]|(?<![^\W\d_])['‘‚]|['’](?=[\s.,;:!?)]|$)(?<![^\W\d_]['’])"
)
"""Quotation marks; within a word a double one is a sign of it: Hebrew ס"מ."""
_ELIDED = re.compile(r"(?<![^\W\d_])'(?=[^\W\d_])")
_CLOSED = re.compile(r"(?<=[^\s'])'(?![^\W\d_])")


@check(
    "translation/quotation-marks",
    severity=Severity.WARNING,
    rationale="""
        Quotation marks differ from language to language: „tak” in Polish, «oui» in French, 「はい」 in Japanese.
        Typewriter marks and those of English look careless in print, and mixed ones do not show where a quotation
        ends.
    """,
    references=("Unicode CLDR 48: delimiters",),
    example=Example(bad='msgstr "Proszę nacisnąć “Start”."', good='msgstr "Proszę nacisnąć „Start”."'),
    good=lambda: a_catalog(an_entry("Press “Start”.", "Proszę nacisnąć „Start”."), language=POLISH),
    bad=lambda: a_catalog(an_entry("Press “Start”.", "Proszę nacisnąć “Start”."), language=POLISH),
)
def quotation_marks(catalog: CatalogView) -> Faults:
    """A translation has quotation marks that are not those of its language."""
    own = catalog.language.quotes
    for entry in translated_entries(catalog):
        words = written_words(entry.target)
        if not _CLOSED.search(words):
            words = _ELIDED.sub("", words)  # what is left out, not quoted: Punjabi 'ਤੇ, Dutch 's morgens
        wrong = dict.fromkeys(mark for mark in _MARKS.findall(words) if mark not in own)
        if wrong:
            yield Fault(
                f"{listed(wrong)} in the translation of {quote(entry.msgid)}",
                entry.location,
                f"The marks of {catalog.language.english} are {own[0]}…{own[1]}, inside them {own[2]}…{own[3]}",
            )
