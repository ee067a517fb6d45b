import re
from urllib.parse import unquote

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.text import a_link
from polyleaf.checks.translation_parts.entries import addresses, printed_entries, written_words
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote

_SAFE = ("https:", "mailto:", "tel:")
"""Schemes that lead to a page, a letter or a call; another address of these kinds is a markup mismatch."""

_REFUSED = re.compile(r"(?:\]\(\s*<?|<)\s*((?:javascript|vbscript|data|file):[^\s)>]*)", re.IGNORECASE)
"""A link whose address the Markdown reader refuses to link: it is printed as it was typed."""


@check(
    "translation/unsafe-link",
    severity=Severity.ERROR,
    rationale="""
        A link nobody put into the leaflet may open a file of the reader's computer, run a script, or lead over an
        open connection to a page that a stranger can change. Nobody who proofreads the words sees an address.
    """,
    references=("polyleaf: input from translators is text, never code", "OWASP, Cross Site Scripting Prevention"),
    example=Example(bad='msgstr "[NICE](http://n1ce.example)"', good='msgstr "[NICE]({nice})"'),
    good=lambda: a_catalog(an_entry(("Ask ", a_link("{nice}", "NICE")), (a_link("{nice}", "NICE"), " سے پوچھیں"))),
    bad=lambda: a_catalog(
        an_entry(("Ask ", a_link("{nice}", "NICE")), (a_link("file:///etc/passwd", "NICE"), " سے پوچھیں"))
    ),
)
def unsafe_link(catalog: CatalogView) -> Faults:
    """A translation links to an unsafe address that the text does not link to."""
    for entry in printed_entries(catalog):
        known = addresses(entry.source)
        bad = [href for href in addresses(entry.target) if href not in known and not _safe(href)]
        bad += [href for href in _REFUSED.findall(written_words(entry.target)) if href not in entry.msgid]
        for href in bad:
            yield Fault(
                f"The translation links to {quote(href)}, the text does not",
                entry.location,
                "Copy the link from the text, and ask who put this one in",
            )


def _safe(href: str) -> bool:
    """Whether an address is of a safe kind; readers of PDF and HTML ignore blanks and control characters in it."""
    bare = re.sub(r"[\x00-\x20\x7f\u200b-\u200f]+", "", unquote(href)).casefold()
    return bare.startswith(("{", *_SAFE)) and not bare.startswith("{{")
