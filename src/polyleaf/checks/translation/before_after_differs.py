from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.opposites import missing_words
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.says import says_first, says_later
from polyleaf.reading.words.sides import before_and_after, counts_time, ends_with_after, until_words


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
        # But "after the first 24 hours" is no "in the first 24 hours".
        return (soon and not says_first(source, catalog.source_language)) or ends_with_after(
            source, catalog.source_language
        )

    yield from missing_words(catalog, before_and_after, ("before", "after"), otherwise)
    yield from _until_is_after(catalog)


def _until_is_after(catalog: CatalogView) -> Faults:
    """An "until" of the text has become "after": "stay in bed until the nurse has seen you"."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    said, words = before_and_after(catalog.source_language), before_and_after(catalog.language)
    until = until_words(catalog.language)
    if not (here and there and said and words and until.has_entries):
        return
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            if not here.waits(source) or here.surely(source) or said.one.found(source) or said.other.found(source):
                continue
            otherwise = words.one.found(target) or until.found(target) or there.excuses(target)
            if (after := words.other.found(target)) and not otherwise and not there.surely(target):
                yield Fault(
                    f"“until” of {quote(source)} has become {quote(after[0])} in {quote(target)}",
                    entry.location,
                    "Say until when, as the text does; waive this if the translation says the same in another way",
                )
