from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.words.things import other_things
from polyleaf.reading.words.turned import opposites, turned


@check(
    "translation/thing-differs",
    severity=Severity.WARNING,
    rationale="""
        Ear drops in an eye, a tablet for under the tongue that is laid elsewhere, a medicine taken with juice in place
        of water, a mother's dose given to her baby: the sentence stays smooth. The words of each language are a table,
        and languages name parts of the body in different ways, so a reviser decides.
    """,
    references=(
        "ISMP, Guidelines for safe communication of medication information",
        "ISO 17100:2015: revision by a second person",
    ),
    example=Example(
        bad='msgid "Take it with water."\nmsgstr "Popić sokiem."',
        good='msgid "Take it with water."\nmsgstr "Popić wodą."',
    ),
    good=lambda: a_catalog(an_entry("Drops for your throat.", "حلق کے قطرے۔")),
    bad=lambda: a_catalog(an_entry("Drops for your throat.", "کان کے قطرے۔")),
)
def thing_differs(catalog: CatalogView) -> Faults:
    """A part of the body, a drink, a person or a season of the text is another one in the translation."""
    here, there = catalog.source_language, catalog.language
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            known = {(one.wanted, one.found) for one in turned(source, target, opposites(here), opposites(there))}
            for one, other in other_things(source, here, target, there):
                if (one, other) not in known:
                    yield Fault(
                        f"{quote(one)} of {quote(source)} has become {quote(other)} in {quote(target)}",
                        entry.location,
                        "Name the same thing; waive this if the translation says the same in another way",
                    )
