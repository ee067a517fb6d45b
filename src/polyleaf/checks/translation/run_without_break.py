import re
import unicodedata

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.language import KHMER
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.locales.breaking import ZERO_WIDTH_SPACE, break_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.language import Breaking
from polyleaf.model.wording import quote

_LONGEST = 20
"""Clusters of letters that surely fit a line of large print (standards 6, CAT17)."""


@check(
    "translation/run-without-break",
    severity=Severity.ERROR,
    rationale="""
        Khmer, Lao and Burmese have no spaces between words; a dictionary finds the places where a line may break.
        Where it finds none for more than 20 clusters, the line runs off the page. Mostly the spelling is wrong there.
    """,
    references=("W3C, Southeast Asian Layout Requirements (sealreq)", "polyleaf: measured with ICU"),
    example=Example(bad="a run of 25 clusters that no dictionary knows", good="the same with U+200B between its words"),
    good=lambda: a_catalog(an_entry("Hello", "ខ្ញុំចង់ទៅផ្ទះ"), language=KHMER),
    bad=lambda: a_catalog(an_entry("Hello", "ហ" * 30), language=KHMER),
)
def run_without_break(catalog: CatalogView) -> Faults:
    """A line of a translation could not be broken."""
    if catalog.language.breaking is not Breaking.DICTIONARY:
        return
    for entry in translated_entries(catalog):
        words = break_words(written_words(entry.target), catalog.language)
        for run in re.split(rf"[\s{ZERO_WIDTH_SPACE}\-‐–—/]+", words):
            clusters = sum(unicodedata.category(char) in ("Lo", "Ll", "Lu", "Nd") for char in run)
            if clusters > _LONGEST and not run.isascii():
                yield Fault(
                    f"No line can break in {quote(run)}: {clusters} letters",
                    entry.location,
                    "Check the spelling, or put a zero width space (U+200B) between the words",
                )
