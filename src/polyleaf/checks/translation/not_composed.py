import unicodedata

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.language import POLISH
from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote


@check(
    "translation/not-composed",
    severity=Severity.WARNING,
    rationale="""
        The same letter can be stored in two ways, as one character or as a letter with a separate accent. Mixed, the
        same word is two words to a search, to the translation memory and to the checks.
    """,
    references=("Unicode Standard Annex 15: Normalization Form C", "W3C, Character Model for the World Wide Web"),
    example=Example(bad="złamać with c and U+0301", good="złamać with U+0107"),
    good=lambda: a_catalog(an_entry("to break", "złamać"), language=POLISH),
    bad=lambda: a_catalog(an_entry("to break", "złamac\u0301"), language=POLISH),
)
def not_composed(catalog: CatalogView) -> Faults:
    """A translation has letters and accents that are stored apart."""
    for entry in translated_entries(catalog):
        text = entry.translation.text
        # Letters of Bengali, Punjabi and others that NFC takes apart are as right in one form as in the other.
        if len(unicodedata.normalize("NFC", text)) < len(text):
            yield Fault(
                f"The translation of {quote(entry.msgid)} is not in Unicode form NFC",
                entry.location,
                "Type the letters again, or let your editor normalise the file to NFC",
            )
