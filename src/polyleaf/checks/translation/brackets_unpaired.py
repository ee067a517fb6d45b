from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote

_PAIRS = {")": "(", "）": "（", "]": "[", "】": "【"}
_BRACKETS = frozenset((*_PAIRS, *_PAIRS.values()))


@check(
    "translation/brackets-unpaired",
    severity=Severity.WARNING,
    rationale="""
        A bracket without its partner is a word or a sentence that was cut off. In right-to-left text the two are
        also typed the wrong way round easily.
    """,
    references=("Translate Toolkit, pofilter: brackets",),
    example=Example(bad='msgstr "ایک اسکین (MRI"', good='msgstr "ایک اسکین (MRI)"'),
    good=lambda: a_catalog(an_entry("A scan (MRI)", "ایک اسکین (MRI)")),
    bad=lambda: a_catalog(an_entry("A scan (MRI)", "ایک اسکین (MRI")),
)
def brackets_unpaired(catalog: CatalogView) -> Faults:
    """A bracket of a translation is not opened or not closed."""
    for entry in translated_entries(catalog):
        if not _paired(written_words(entry.target)) and _paired(written_words(entry.source)):
            yield Fault(
                f"A bracket is not paired in the translation of {quote(entry.msgid)}",
                entry.location,
                "Open and close each bracket, in the order of reading",
            )


def _paired(text: str) -> bool:
    if _BRACKETS.isdisjoint(text):
        return True
    opened: list[str] = []
    for char in text:
        if char in _PAIRS.values():
            opened.append(char)
        elif char in _PAIRS and (not opened or opened.pop() != _PAIRS[char]):
            return False
    return not opened
