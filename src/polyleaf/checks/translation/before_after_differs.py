from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.opposites import missing_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Faults, Severity
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.sides import before_and_after


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

    def waits(source: str, target: str) -> bool:
        """Whether "wait until we call before you eat" has become "do not eat until we call"."""
        return here is not None and there is not None and here.waits(source) and there.denials(target) > 0

    return missing_words(catalog, before_and_after, ("before", "after"), waits)
