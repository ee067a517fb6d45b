from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import in_translation
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.message import TextState
from polyleaf.model.wording import quote


@check(
    "translation/fuzzy",
    severity=Severity.ERROR,
    rationale="""
        A fuzzy translation belongs to an older wording of the text. "Stop for 5 days" may since have become
        "do not stop". It is never printed: the page falls back to the source text until a translator has looked.
    """,
    references=("GNU gettext manual, Fuzzy entries", "ISO 17100:2015: revision by a second person"),
    example=Example(
        bad='#, fuzzy\nmsgid "Do not stop your tablets."\nmsgstr "اپنی گولیاں بند کر دیں۔"',
        good='msgid "Do not stop your tablets."\nmsgstr "اپنی گولیاں بند نہ کریں۔"',
    ),
    good=lambda: a_catalog(an_entry("Do not eat.", "کچھ نہ کھائیں۔")),
    bad=lambda: a_catalog(an_entry("Do not eat.", "کچھ نہ کھائیں۔", TextState.FUZZY)),
)
def fuzzy(catalog: CatalogView) -> Faults:
    """A translation is of an older text."""
    if not in_translation(catalog):
        return
    for entry in catalog.entries:
        if entry.translation.state is TextState.FUZZY:
            yield Fault(
                f"The {catalog.language.english} translation is of an older text than {quote(entry.msgid)}",
                entry.location,
                "Compare it with the new text, correct it, and take the mark `fuzzy` away",
            )
