from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.checks.translation_parts.values import differences
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.agreement import agreement
from polyleaf.reading.amount import Kind
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.until_from import side
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.turned import calendar, turned


@check(
    "translation/time-mismatch",
    severity=Severity.ERROR,
    rationale="""
        A patient who comes at five in the morning, or on the wrong day, misses the procedure or has fasted for
        nothing. Times are compared as minutes since midnight, with each language's words for morning and afternoon,
        and dates as day, month and year, whatever their order. A day of the week, a month or a part of the day in words
        may not have become another.
    """,
    references=("NHS service manual, Numbers: dates and times", "Unicode CLDR: day periods and names of months"),
    example=Example(
        bad='msgid "Come at 5:30pm."\nmsgstr "صبح 5:30 بجے آئیں۔"',
        good='msgid "Come at 5:30pm."\nmsgstr "شام 5:30 بجے آئیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Come at 5:30pm on 20 November.", "20 نومبر کو شام 5:30 بجے آئیں۔")),
    bad=lambda: a_catalog(an_entry("Come at 5:30pm.", "صبح 5:30 بجے آئیں۔")),
)
def time_mismatch(catalog: CatalogView) -> Faults:
    """A time or date of a translation is not that of the text."""
    hint = "Write the same time and day; 24 hours (17:30) leave no doubt in any language"
    yield from differences(catalog, Kind.DATE, Kind.TIME, hint=hint)
    here, there = calendar(catalog.source_language), calendar(catalog.language)
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            for one in turned(source, target, here, there):
                if one.kind == "parts" and one.near and _same_hours(source, target, catalog):
                    continue
                if one.kind == "parts" and _is_named(one.wanted, source, target, catalog):
                    continue
                yield Fault(
                    f"{quote(one.wanted)} of {quote(source)} has become {quote(one.found)} in {quote(target)}",
                    entry.location,
                    "Write the same day, month or part of the day",
                )
            wanted = side(source, catalog.source_language)
            found = side(target, catalog.language) if wanted else None
            if wanted and found and wanted.until != found.until and not _differ_by_denial(source, target, catalog):
                yield Fault(
                    f"{quote(wanted.shown)} of {quote(source)} has become {quote(found.shown)} in {quote(target)}",
                    entry.location,
                    "Say until when, or from when on, as the text does",
                )


def _differ_by_denial(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether one of two sentences denies: "eat nothing after six" is "eat until six"."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None:
        return True
    return (here.surely(source) or here.fasts(source)) != (there.surely(target) or there.fasts(target))


def _is_named(word: str, source: str, target: str, catalog: CatalogView) -> bool:
    """Whether a word is an hour that the translation says in digits: "midnight" is "12 at night"."""
    same = agreement(source, catalog.source_language, target, catalog.language).same
    return any(one.kind is Kind.TIME and not one.written and one.shown == word for one, _ in same)


def _same_hours(source: str, target: str, catalog: CatalogView) -> bool:
    """Whether both say the same hours on the clock: half past four is in the afternoon, and the evening in Hindi."""
    found = agreement(source, catalog.source_language, target, catalog.language)
    hours = any(one.kind is Kind.TIME for one in amounts_in(source, catalog.source_language))
    return hours and not (found.lost or found.extra)
