from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.values import counted
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote


@check(
    "translation/unit-missing",
    severity=Severity.WARNING,
    rationale="""
        "Rest for 3" may be hours or days. No unit that is known stands near the number; perhaps it is lost, perhaps
        it is a word that polyleaf does not know. A reviser must look.
    """,
    references=("ISMP, List of Error-Prone Abbreviations, Symbols, and Dose Designations", "ISO 17100:2015: revision"),
    example=Example(
        bad='msgid "Rest for 3 hours."\nmsgstr "3 تک آرام کریں۔"',
        good='msgid "Rest for 3 hours."\nmsgstr "3 گھنٹے آرام کریں۔"',
    ),
    good=lambda: a_catalog(an_entry("Rest for 3 hours.", "3 گھنٹے آرام کریں۔")),
    bad=lambda: a_catalog(an_entry("Rest for 3 hours.", "3 تک آرام کریں۔")),
)
def unit_missing(catalog: CatalogView) -> Faults:
    """A number stands without the unit that it has in the text."""
    for one in counted(catalog):
        for wanted, _ in one.agreement.no_unit:
            yield Fault(
                f"No unit is recognised at {quote(str(wanted))} in the translation of {quote(one.entry.msgid)}",
                one.entry.location,
                "Write the unit right after the number",
            )
