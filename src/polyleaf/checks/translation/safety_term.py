from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, a_glossary, a_term, an_entry
from polyleaf.checks.translation_parts.terms import uses
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import listed, quote

_GLOSSARY = a_glossary(
    a_term("blood thinner", "خون پتلا کرنے والی دوا", forbidden=("خون بند کرنے والی دوا",), safety=True)
)


@check(
    "translation/safety-term",
    severity=Severity.ERROR,
    rationale="""
        "Blood thinner" translated as something that clots blood kills. Terms that the glossary marks with safety = yes
        must be there, in any form of the language, and their forbidden words must not. A word that begins like the
        term is taken for a form of it: a case ending never stops a release.
    """,
    references=("ISO 17100:2015: terminology", "NHS, Standard for creating health content (2024)"),
    example=Example(
        bad='msgid "Tell us if you take a blood thinner."\nmsgstr "اگر آپ دوا لیتے ہیں تو ہمیں بتائیں۔"',
        good='msgstr "اگر آپ خون پتلا کرنے والی دوا لیتے ہیں تو ہمیں بتائیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Blood thinners", "خون پتلا کرنے والی دوائیں"), glossary=_GLOSSARY),
    bad=lambda: a_catalog(an_entry("Blood thinners", "دوائیں"), glossary=_GLOSSARY),
)
def safety_term(catalog: CatalogView) -> Faults:
    """A safety term of the glossary is missing, or a word that it forbids stands there."""
    for use in uses(catalog, safety=True):
        wanted = listed(map(quote, use.term.translations), 3) or "another word"
        of = f"in the translation of {quote(use.entry.msgid)}"
        hint = f"Use {wanted} ({use.term.location})"
        if use.lost:
            yield Fault(f"{quote(use.term.term)} is not {wanted} {of}", use.entry.location, hint)
        elif use.forbidden:
            words = listed(map(quote, use.forbidden), 3)
            yield Fault(f"{words} is forbidden for {quote(use.term.term)} {of}", use.entry.location, hint)
