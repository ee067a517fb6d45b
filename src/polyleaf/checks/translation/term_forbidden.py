from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, a_glossary, a_term, an_entry
from polyleaf.checks.translation_parts.terms import uses
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote

_GLOSSARY = a_glossary(a_term("needle", "سوئی", forbidden=("نیڈل",)))


@check(
    "translation/term-forbidden",
    severity=Severity.WARNING,
    rationale="""
        Some words look right and are not: a false friend, a word that frightens, or one that another department uses
        for another thing. The glossary names them.
    """,
    references=("ISO 30042:2019 (TBX): administrative status deprecatedTerm-admn-sts", "ISO 17100:2015: terminology"),
    example=Example(bad='msgid "A needle"\nmsgstr "ایک نیڈل"', good='msgid "A needle"\nmsgstr "ایک سوئی"'),
    good=lambda: a_catalog(an_entry("A needle", "ایک سوئی"), glossary=_GLOSSARY),
    bad=lambda: a_catalog(an_entry("A needle", "سوئی، نیڈل"), glossary=_GLOSSARY),
)
def term_forbidden(catalog: CatalogView) -> Faults:
    """A translation has a word that the glossary forbids."""
    for use in uses(catalog, safety=False):
        if use.forbidden:
            wanted = listed(map(quote, use.term.translations), 3) or "another word"
            yield Fault(
                f"{listed(map(quote, use.forbidden), 3)} is forbidden for {quote(use.term.term)}"
                f" in the translation of {quote(use.entry.msgid)}",
                use.entry.location,
                f"Use {wanted} ({use.term.location})",
            )
