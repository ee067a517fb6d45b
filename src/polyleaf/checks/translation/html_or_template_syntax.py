import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import printed_entries, written_words
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote

_SYNTAX = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<!--|-->|\{\{|\}\}|\{%|%\}|\{#|#\}|&(?:[A-Za-z]{2,8}|#\d{1,7});")


_BEFORE = re.compile(r"[%$#@](?=\{\w+\})")
"""How other programs begin a placeholder: "%{weeks}" would print "%2 weeks"."""


_OF_OTHERS = ("%{", "${", "#{", "@{")


@check(
    "translation/html-or-template-syntax",
    severity=Severity.WARNING,
    rationale="""
        A translation is text: tags and template marks are not carried out but printed, and the patient reads "<b>" in
        the middle of a sentence. A translation tool that writes them has usually damaged the rest of the text too.
    """,
    references=("polyleaf: input from translators is text, never code", "Translate Toolkit, pofilter: xmltags"),
    example=Example(bad='msgstr "کچھ <b>نہ</b> کھائیں۔"', good='msgstr "کچھ **نہ** کھائیں۔"'),
    good=lambda: a_catalog(an_entry("Eat less than 5 < 6.", "5 < 6 کھائیں۔")),
    bad=lambda: a_catalog(an_entry("Do not eat.", "کچھ <b>نہ</b> کھائیں۔")),
)
def html_or_template_syntax(catalog: CatalogView) -> Faults:
    """A translation holds HTML or template marks that the text does not."""
    for entry in printed_entries(catalog):
        there = _marks(written_words(entry.source), entry.msgid)
        found = _marks(written_words(entry.target), entry.translation.text)
        new = [mark for mark in found if mark not in there and not (mark in _OF_OTHERS and mark[0] in entry.msgid)]
        if new:
            yield Fault(
                f"{listed((quote(mark, 30) for mark in new), 3)} would be printed as it stands",
                entry.location,
                _hint(entry),
            )


def _marks(words: str, raw: str) -> tuple[str, ...]:
    """Marks in the words as printed; doubled braces are read in the raw text, where they stand for one brace."""
    braces = [mark for mark in ("{{", "}}") if mark in raw]
    braces += [f"{sign}{{" for sign in _BEFORE.findall(raw)]
    return tuple(dict.fromkeys((*_SYNTAX.findall(words), *braces)))


def _hint(entry: Entry) -> str:
    if (
        "{{" in entry.translation.text or _BEFORE.search(entry.translation.text)
    ) and entry.translation.message.placeholders:
        return "Placeholders have single braces, and no sign before them: {name}"
    return "Write plain text; **two stars** make words bold"
