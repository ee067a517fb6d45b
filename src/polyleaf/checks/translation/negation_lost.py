from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.denied_opposites import says_as_limit, says_by_opposite, says_only
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.repeated import repeated


@check(
    "translation/negation-lost",
    severity=Severity.WARNING,
    bars_sign_off=True,
    rationale="""
        "Do not stop your tablets" without its "not" is the slip that harms most and is seen least. Each sentence that
        denies something in the text should deny it in the translation; the words and verb forms of each language are
        a table. So is "all tablets except this one". A language may say it without a denial ("stay without food"), so a
        reviser decides.
    """,
    references=(
        "J Clin Outcomes Manag 2018;25(1): machine translations of medication instructions",
        "Khoong and others, JAMA Intern Med 2019: one of 100 sets of instructions potentially life-threatening",
    ),
    example=Example(
        bad='msgid "Do not eat."\nmsgstr "کچھ کھائیں۔"', good='msgid "Do not eat."\nmsgstr "کچھ نہ کھائیں۔"'
    ),
    good=lambda: a_catalog(an_entry("Do not eat.", "کچھ نہ کھائیں۔")),
    bad=lambda: a_catalog(an_entry("Do not eat.", "کچھ کھائیں۔")),
)
def negation_lost(catalog: CatalogView) -> Faults:
    """A "not" of the text is not found in the translation."""
    here, there = negation(catalog.source_language), negation(catalog.language)
    if here is None or there is None:
        return
    again = repeated(catalog.source_language, catalog.language)
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            said = here.said(source)
            avoided = there.refrains(target) - here.refrains(source)
            once = here.lists(source) and there.surely(target) and there.denials(target) == 1
            if once or (said and 0 < len(said) - there.denials(target) <= avoided):
                continue  # one "not" for a whole list; "do not drink": "avoid drinking"
            more = again.more(source, target) if again and said else 0
            if more and there.denials(target) >= len(said) > there.firm(target) - more:
                yield Fault(
                    f"{quote(source)} is mostly denied {len(said) + more} times in this language;"
                    f" {quote(target)} seems to lack one",
                    entry.location,
                    "Compare the two sentences, part by part: what is denied in the text must be denied here",
                )
            elif (
                len(said) > there.denials(target, verbless=here.is_verbless(source), fasting=here.fasts(source))
                or (len(said) > 1 and len(said) - here.listed(source) > there.firm(target) + there.joined(target))
                or (here.goes_along(source) and there.lacks_particle(target))
            ):
                if any(same(source, target, catalog) for same in (says_by_opposite, says_as_limit, says_only)):
                    continue
                yield Fault(
                    f"{quote(' '.join(said))} of {quote(source)} is not found in {quote(target)}",
                    entry.location,
                    "Compare the two sentences; waive this if the translation says the same in another way",
                )
            elif not said and here.leaves(source) and not there.may_leave(target):
                yield Fault(
                    f"What {quote(source)} says to leave is not left in {quote(target)}",
                    entry.location,
                    "Compare the two sentences; waive this if the translation says the same in another way",
                )
            elif (
                not said
                and (excepted := here.exceptions(source))
                and there.knows_exceptions
                and not there.excepting(target)
                and not there.limits(target)
                and not there.excuses(target)
            ):
                yield Fault(
                    f"{quote(' '.join(excepted))} of {quote(source)} is not found in {quote(target)}",
                    entry.location,
                    "Compare the two sentences; waive this if the translation says the same in another way",
                )
