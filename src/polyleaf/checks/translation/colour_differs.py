from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote
from polyleaf.reading.words.turned import colours, turned


@check(
    "translation/colour-differs",
    severity=Severity.WARNING,
    rationale="""
        A blue inhaler helps at once and a brown one does not; tablets of one medicine have a colour for each strength.
        Patients who cannot read the name go by the colour. The words of each language are a table, so a reviser
        decides.
    """,
    references=(
        "Br J Gen Pract 2010;60(578): asthma inhalers and colour coding",
        "ISO 17100:2015: revision by a second person",
    ),
    example=Example(
        bad='msgid "Use the blue inhaler."\nmsgstr "بھورا انہیلر استعمال کریں۔"',
        good='msgid "Use the blue inhaler."\nmsgstr "نیلا انہیلر استعمال کریں۔"',
    ),
    good=lambda: a_catalog(an_entry("Use the blue inhaler.", "نیلا انہیلر استعمال کریں۔")),
    bad=lambda: a_catalog(an_entry("Use the blue inhaler.", "بھورا انہیلر استعمال کریں۔")),
)
def colour_differs(catalog: CatalogView) -> Faults:
    """A colour of the text stands as another in the translation."""
    here, there = colours(catalog.source_language), colours(catalog.language)
    for entry in translated_entries(catalog):
        for source, target in aligned(entry):
            for one in turned(source, target, here, there):
                yield Fault(
                    f"{quote(one.wanted)} of {quote(source)} has become {quote(one.found)} in {quote(target)}",
                    entry.location,
                    "Write the same colour; waive this if the word means something else here",
                )
