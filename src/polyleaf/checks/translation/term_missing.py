from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, a_glossary, a_term, an_entry
from polyleaf.checks.translation_parts.terms import uses
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote

_GLOSSARY = a_glossary(a_term("needle", "سوئی"), a_term("MRI", "MRI"))


@check(
    "translation/term-missing",
    severity=Severity.WARNING,
    rationale="""
        One thing should have one name in all leaflets of a hospital: a patient who reads of a "needle" and then of a
        "cannula" expects two. The term is looked for in any form, by the endings of the language. Where a sentence
        rightly does without it, waive this.
    """,
    references=("ISO 17100:2015: terminology", "ISO 30042:2019 (TBX)"),
    example=Example(bad='msgid "The needle is hollow."\nmsgstr "نلکی کھوکھلی ہے۔"', good='msgstr "سوئی کھوکھلی ہے۔"'),
    good=lambda: a_catalog(an_entry("Two needles", "دو سوئیاں"), glossary=_GLOSSARY),
    bad=lambda: a_catalog(an_entry("The needle is hollow.", "نلکی کھوکھلی ہے۔"), glossary=_GLOSSARY),
)
def term_missing(catalog: CatalogView) -> Faults:
    """A term of the glossary is not translated as the glossary says."""
    for use in uses(catalog, safety=False):
        if use.missing:
            yield Fault(
                f"{quote(use.term.term)} is not {listed(map(quote, use.term.translations), 3)}"
                f" in the translation of {quote(use.entry.msgid)}",
                use.entry.location,
                f"Use the term of {use.term.location}, or add what you wrote there after a semicolon",
            )
