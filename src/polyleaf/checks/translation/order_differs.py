from itertools import combinations, product

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.checks.translation_parts.fact_order import facts_turned
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.agreement import LONGEST, agreement
from polyleaf.reading.amount import Amount
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.crossed import crossed, is_turned_round
from polyleaf.reading.denied_things import denied_turned
from polyleaf.reading.medicines import turned_medicines
from polyleaf.reading.order import turned_amounts, turned_words
from polyleaf.reading.rates import turned_rates
from polyleaf.reading.span_sides import turned_spans
from polyleaf.reading.until_amounts import ends_with_other


@check(
    "translation/order-differs",
    severity=Severity.WARNING,
    rationale="""
        "Two tablets in the morning and one in the evening" has the same numbers as "one in the morning and two in the
        evening". Where two amounts of one kind, two doses, two times or two risks, stand in another order than in the
        text, each may have got the place of the other. Languages may turn a sentence round, so a reviser decides.
    """,
    references=(
        "ISMP, Guidelines for safe communication of medication information",
        "ISO 17100:2015: revision by a second person",
    ),
    example=Example(
        bad='msgid "Take 2 tablets now and 1 tablet later."\nmsgstr "ابھی 1 گولی اور بعد میں 2 گولیاں لیں۔"',
        good='msgid "Take 2 tablets now and 1 tablet later."\nmsgstr "ابھی 2 گولیاں اور بعد میں 1 گولی لیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Take 2 tablets now and 1 tablet later.", "ابھی 2 گولیاں اور بعد میں 1 گولی لیں۔")),
    bad=lambda: a_catalog(an_entry("Take 2 tablets now and 1 tablet later.", "ابھی 1 گولی اور بعد میں 2 گولیاں لیں۔")),
)
def order_differs(catalog: CatalogView) -> Faults:
    """Two amounts, steps, sides or medicines stand in another order than in the text."""
    for entry in translated_entries(catalog):
        told = [f"{{{one}}}, {{{other}}}" for one, other in facts_turned(entry, catalog.facts)]
        twice = _counts_twice(entry, catalog)
        for source, target in aligned(entry):
            both = source, catalog.source_language, target, catalog.language
            until = ends_with_other(*both) if twice else None
            if until:
                if until[0] != until[1]:
                    told.append(f"{quote(until[0])} is {quote(until[1])}")
            elif twice and (found := turned_amounts(agreement(*both))) and not is_turned_round(*both):
                (one, first), (other, second) = found
                told.append(f"{quote(str(one))} … {quote(str(other))} is {quote(str(second))} … {quote(str(first))}")
            elif (
                words := (turned_rates(*both) if twice else None)
                or turned_words(*both)
                or crossed(*both)
                or turned_spans(*both)
                or denied_turned(*both)
                or turned_medicines(*both)
            ):
                told.append(f"{quote(words[0])} is {quote(words[1])}")
        if twice and (exchanged := _exchanged(entry, catalog)):
            told.append("{} … {} is {} … {}".format(*(quote(str(one)) for one in exchanged)))
        for what in told:
            yield Fault(
                f"Another order in the translation of {quote(entry.msgid)}: {what}",
                entry.location,
                "See that each belongs to the same thing; waive this if only the sentence is turned round",
            )


def _exchanged(entry: Entry, catalog: CatalogView) -> tuple[Amount, Amount, Amount, Amount] | None:
    """Two amounts of two parts of a text, each of which stands in the translation of the other; None if none do."""
    found = [agreement(one, catalog.source_language, other, catalog.language) for one, other in aligned(entry)]
    for first, second in combinations(found, 2):
        for lost, extra in product(first.lost, first.extra):
            there = next((one for one in second.extra if one.value == lost.value), None)
            here = next((one for one in second.lost if one.value == extra.value), None)
            if there and here:
                return lost, here, extra, there
    return None


def _counts_twice(entry: Entry, catalog: CatalogView) -> bool:
    """Whether a text has two amounts that can stand in another order; the whole of it was read before."""
    return len(amounts_in(written_words(entry.source)[:LONGEST], catalog.source_language)) > 1
