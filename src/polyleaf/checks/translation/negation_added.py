from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.denied_opposites import (
    denies_what_was_said,
    goes_on_undenied,
    is_excused,
    leaves_more,
    says_by_opposite,
    says_limit_by_denial,
    stops_until,
)
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.words.negation import negation


@check(
    "translation/negation-added",
    severity=Severity.WARNING,
    rationale="""
        "Keep taking aspirin" with a "not" in it makes a patient stop. A sentence that denies nothing in the text, and
        has no word that other languages turn into a denial ("until", "only", "avoid"), should deny nothing in the
        translation either. Nor does "when your doctor tells you" become "unless". A reviser decides.
    """,
    references=(
        "J Clin Outcomes Manag 2018;25(1): machine translations of medication instructions",
        "ISO 17100:2015: revision by a second person",
    ),
    example=Example(
        bad='msgid "Keep taking aspirin."\nmsgstr "اسپرین نہ لیں۔"',
        good='msgid "Keep taking aspirin."\nmsgstr "اسپرین لیتے رہیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Keep taking aspirin.", "اسپرین لیتے رہیں۔")),
    bad=lambda: a_catalog(an_entry("Keep taking aspirin.", "اسپرین نہ لیں۔")),
)
def negation_added(catalog: CatalogView) -> Faults:
    """A translation has a "not" that the text does not have."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None:
        return
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            if (
                there.surely(target)
                and not here.denials(source)
                and (
                    not (is_excused(source, target, catalog) or says_limit_by_denial(source, target, catalog))
                    or denies_what_was_said(source, target, catalog)
                    or stops_until(source, target, catalog)
                )
            ):
                if says_by_opposite(source, target, catalog) or goes_on_undenied(source, target, catalog):
                    continue
                yield Fault(
                    f"{quote(' '.join(there.no.found(target)))} stands in {quote(target)},"
                    f" but {quote(source)} denies nothing",
                    entry.location,
                    "Compare the two sentences; waive this if the translation says the same in another way",
                )
            elif leaves_more(source, target, catalog):
                yield Fault(f"{quote(target)} leaves what {quote(source)} does not", entry.location, "Compare them")
            elif (
                any(map(here.holds, here.exceptions(source)))  # "unless", not "except"
                and not (here.refrains(source) or here.limiting.found(source))
                and there.exceptions(target)
                and not here.beside_exceptions(source)
                and there.beside_exceptions(target)
                and not goes_on_undenied(source, target, catalog)
            ):
                yield Fault(
                    f"What {quote(source)} says but for an exception is denied in {quote(target)}",
                    entry.location,
                    "Compare the two sentences; waive this if the translation says the same in another way",
                )
            elif (
                (excepted := there.exceptions(target))
                and not here.exceptions(source)
                and not here.limits(source)
                and there.excepting(target) > here.denials(source)
            ):
                yield Fault(
                    f"{quote(' '.join(excepted))} stands in {quote(target)}, but {quote(source)} excepts nothing",
                    entry.location,
                    "Compare the two sentences: “if” and “when” are not “unless”; waive this if both say the same",
                )
