"""``translation/number-mismatch``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.entries import printed_entries, written_words
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.wording import listed, quote
from polyleaf.locales.digits import numbers_in
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Severity

_LONGEST = 20
"""Characters of a number that are shown: nobody needs a thousand digits."""


@check(
    "translation/number-mismatch",
    severity=Severity.ERROR,
    rationale="""
        A dose, a waiting time or an age that changed in translation can injure. Digits of every script are compared
        as numbers, in any order; numbers that are written as words cannot be, so write digits.
    """,
    references=("Translate Toolkit, pofilter: numbers", "NHS service manual, Numbers: use numerals"),
    example=Example(
        bad='msgid "Rest for 3 hours."\nmsgstr "۴ گھنٹے آرام کریں۔"',
        good='msgid "Rest for 3 hours."\nmsgstr "۳ گھنٹے آرام کریں۔"',
    ),
    good=lambda: a_catalog(an_entry("Rest for 3 hours.", "۳ گھنٹے آرام کریں۔")),
    bad=lambda: a_catalog(an_entry("Rest for 3 hours.", "۴ گھنٹے آرام کریں۔")),
)
def number_mismatch(catalog: CatalogView) -> Iterator[Fault]:
    """The numbers of a translation are not those of the text."""
    for entry in printed_entries(catalog):
        wanted = Counter(numbers_in(written_words(entry.source), catalog.source_language))
        found = Counter(numbers_in(written_words(entry.target), catalog.language))
        if wanted == found:
            continue
        lost, extra = wanted - found, found - wanted
        wrong = [f"{_shown(lost)} missing"] if lost else []
        wrong += [f"{_shown(extra)} not in the text"] if extra else []
        yield Fault(
            f"{' and '.join(wrong)}: translation of {quote(entry.translation.message.msgid)}",
            entry.translation.location,
            "Write the same numbers in digits, of either script, with the separators of the language",
        )


def _shown(numbers: Counter[str]) -> str:
    return listed(number[:_LONGEST] for number in numbers.elements())
