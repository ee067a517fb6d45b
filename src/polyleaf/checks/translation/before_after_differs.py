from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.opposites import missing_words
from polyleaf.checks.translation_parts.until_within import until_is_after, within_is_after
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Faults, Severity
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.says import says_first, says_later
from polyleaf.reading.words.sides import (
    before_and_after,
    counts_time,
    ends_with_after,
    until_words,
    within_words,
)


@check(
    "translation/before-after-differs",
    severity=Severity.WARNING,
    rationale="""
        Tablets taken before food instead of after it, or a drink before the procedure instead of after it: the order
        is part of the instruction. The words of each language are a table, so a reviser decides.
    """,
    references=(
        "J Clin Outcomes Manag 2018;25(1): machine translations of medication instructions",
        "ISO 17100:2015: revision by a second person",
    ),
    example=Example(
        bad='msgid "Drink after the scan."\nmsgstr "اسکین سے پہلے پانی پئیں۔"',
        good='msgid "Drink after the scan."\nmsgstr "اسکین کے بعد پانی پئیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Drink after the scan.", "اسکین کے بعد پانی پئیں۔")),
    bad=lambda: a_catalog(an_entry("Drink after the scan.", "اسکین سے پہلے پانی پئیں۔")),
)
def before_after_differs(catalog: CatalogView) -> Faults:
    """A "before" or "after" of the text is not found in the translation."""
    here, there = negation(catalog.source_language), negation(catalog.language)

    words = before_and_after(catalog.language)

    def otherwise(source: str, target: str, name: str) -> bool:
        """Whether the word may be lost: nothing stands for its opposite, and another word does."""
        if here is None or there is None or words is None:
            return False
        if here.waits(source) and there.denials(target) > 0:
            return True  # "wait until we call before you eat": "do not eat until we call"
        if (words.one, words.other)[name == "before"].found(target) and not says_later(source, catalog.source_language):
            return False
        if name == "before" and here.fasts(source) and there.fasts(target):
            return True  # "fast before the scan": "be fasting for the scan"
        if name == "before":
            # "Until the next dose"; "nothing before your first meal" is "nothing until your first meal".
            waits = here.surely(source) and bool(until_words(catalog.language).found(target))
            return waits or (counts_time(source, catalog.source_language) and there.limits(target))
        # "In a few days", "soon".
        soon = counts_time(source, catalog.source_language, behind="after")
        # But "after six months" is no "within six months", nor "after the first day" "on the first day".
        within = within_words(catalog.language).found(target) and not within_words(catalog.source_language).found(
            source
        )
        may_be = soon and not (within or says_first(source, catalog.source_language))
        return may_be or ends_with_after(source, catalog.source_language)

    yield from missing_words(catalog, before_and_after, ("before", "after"), otherwise)
    yield from until_is_after(catalog)
    yield from within_is_after(catalog)
