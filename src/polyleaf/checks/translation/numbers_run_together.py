import re
from collections.abc import Iterator

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.text import a_fact
from polyleaf.checks.translation_parts.entries import all_translated_entries
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.facts import Number
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.wording import quote

_SIDE_BY_SIDE = re.compile(r"(?:\{(\w+)\}|\d)\s*\{(\w+)\}|\{(\w+)\}\s*\d")


@check(
    "translation/numbers-run-together",
    severity=Severity.ERROR,
    rationale="""
        "{number} {total}" prints "1 1 000" where the text has "1 in 1,000". In many languages a space groups digits, so
        that a patient reads 11 000: two numbers need a word or a sign between them.
    """,
    references=("ISMP, List of Error-Prone Abbreviations, Symbols, and Dose Designations",),
    example=Example(bad='msgstr "{number} {total}-st"', good='msgstr "{total}-st {number}"'),
    good=lambda: a_catalog(
        an_entry((a_fact("number"), " in ", a_fact("total")), (a_fact("total"), "-st ", a_fact("number")))
    ),
    bad=lambda: a_catalog(
        an_entry((a_fact("number"), " in ", a_fact("total")), (a_fact("number"), " ", a_fact("total"), "-st"))
    ),
)
def numbers_run_together(catalog: CatalogView) -> Faults:
    """Two numbers stand side by side with nothing between them."""
    for entry in all_translated_entries(catalog):
        if any(_run_together(plain(entry.source), catalog)):
            continue
        for pair in _run_together(plain(entry.target), catalog):
            yield Fault(
                f"Nothing stands between two numbers: {quote(pair)}",
                entry.location,
                "Put a word or a sign between them, or turn the sentence round",
            )


def _run_together(text: str, catalog: CatalogView) -> Iterator[str]:
    """Pairs of numbers without a sign between them; what a placeholder of the templates prints may be a number."""
    for pair in _SIDE_BY_SIDE.finditer(text):
        facts = [catalog.facts.get(name) for name in pair.groups() if name]
        if all(fact is None or isinstance(fact, Number) for fact in facts):
            yield pair[0]
