from collections import Counter

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.text import a_fact
from polyleaf.checks.translation_parts.entries import differing, printed_entries
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import placeholders
from polyleaf.model.wording import did_you_mean, listed, quote


@check(
    "translation/placeholder-mismatch",
    severity=Severity.ERROR,
    rationale="""
        Each placeholder prints a number, a dose or a phone number. If one is lost, the patient is not told how long
        to fast; if one is there twice or is another's, the page says something the leaflet does not.
    """,
    references=("GNU gettext manual, python-brace-format", "Translate Toolkit, pofilter: variables"),
    example=Example(
        bad='msgid "Do not eat for {fasting}."\nmsgstr "6 گھنٹے تک کچھ نہ کھائیں۔"',
        good='msgid "Do not eat for {fasting}."\nmsgstr "{fasting} تک کچھ نہ کھائیں۔"',
    ),
    good=lambda: a_catalog(
        an_entry(("Do not eat for ", a_fact("fasting"), "."), (a_fact("fasting"), " تک کچھ نہ کھائیں۔"))
    ),
    bad=lambda: a_catalog(an_entry(("Do not eat for ", a_fact("fasting"), "."), "کچھ نہ کھائیں۔")),
)
def placeholder_mismatch(catalog: CatalogView) -> Faults:
    """The placeholders of a translation are not those of the text."""
    for entry in printed_entries(catalog):
        wanted, found = Counter(placeholders(entry.source)), Counter(placeholders(entry.target))
        if wanted == found:
            continue
        lost, extra = wanted - found, found - wanted
        near = next((did_you_mean(name, wanted) for name in extra if name not in wanted), "")
        yield Fault(
            f"{differing(_braced(lost), _braced(extra))} in the translation of {quote(entry.msgid)}",
            entry.location,
            near or "Copy every placeholder once, letter for letter, braces included",
        )


def _braced(names: Counter[str]) -> str:
    return listed(f"{{{name}}}" for name in names.elements())
