from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import printed_entries
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote

_OVERRIDES = "\u202d\u202e"
_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
"""Embeddings and isolates, each with what closes it."""
_CONTROLS = frozenset((*_OVERRIDES, *_OPENS, *_OPENS.values()))


@check(
    "translation/bidi-control",
    severity=Severity.ERROR,
    rationale="""
        Invisible characters turn the direction of text round. An override prints "0800" as "0080"; an isolate that is
        not closed moves every number after it. Nobody sees them in a catalog, and polyleaf isolates facts by itself.
    """,
    references=("Unicode Standard Annex 9, Bidirectional Algorithm", "W3C, Inline markup and bidirectional text"),
    example=Example(bad="U+202E before a phone number", good="The phone number as a fact: {ward_phone}"),
    good=lambda: a_catalog(an_entry("Take abc.", "\u2066abc\u2069 لیں۔")),
    bad=lambda: a_catalog(an_entry("Call 0800.", "\u202e0800 پر فون کریں۔")),
)
def bidi_control(catalog: CatalogView) -> Faults:
    """An invisible character turns the direction of a translation, or is not closed."""
    for entry in printed_entries(catalog):
        wrong = _wrong(entry.translation.text)
        if wrong:
            yield Fault(
                f"{wrong} in the translation of {quote(entry.msgid)}",
                entry.location,
                "Delete it: numbers and codes keep their direction by themselves",
            )


def _wrong(text: str) -> str:
    """What is wrong with the first faulty control, or ""; a control holds to the end of its paragraph at most."""
    if _CONTROLS.isdisjoint(text):
        return ""
    closers: list[str] = []
    for char in text:
        if char in _OVERRIDES:
            return f"The override {_code(char)}"
        if char in _OPENS:
            closers.append(_OPENS[char])
        elif char in _OPENS.values() and (not closers or closers.pop() != char):
            return f"{_code(char)} closes nothing"
    return f"A direction is opened and not closed with {_code(closers[-1])}" if closers else ""


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"
