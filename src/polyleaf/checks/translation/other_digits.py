from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.entries import characters, translated_entries, written_words
from polyleaf.locales.digits import write_digits
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote


@check(
    "translation/other-digits",
    severity=Severity.WARNING,
    rationale="""
        The house rule `digits` in polyleaf.toml decides in which digits facts are printed. A number that a translator
        typed in others stands beside them, and ٤ (four) beside ۵ (five) or 4 is misread.
    """,
    references=("polyleaf.toml: digits", "Unicode CLDR 48: numbering systems"),
    example=Example(bad='digits = "latn", but msgstr "۳ گھنٹے"', good='msgstr "3 گھنٹے"'),
    good=lambda: a_catalog(an_entry("3 hours", "3 گھنٹے"), digits="latn"),
    bad=lambda: a_catalog(an_entry("3 hours", "۳ گھنٹے"), digits="latn"),
)
def other_digits(catalog: CatalogView) -> Faults:
    """Numbers of a translation are in other digits than its facts."""
    if not (catalog.digits and any(map(str.isdecimal, characters(catalog)))):
        return
    for entry in translated_entries(catalog):
        words = written_words(entry.target)
        if any(char.isdecimal() for char in words) and words != (right := write_digits(words, catalog.digits)):
            yield Fault(
                f"{quote(words)}: its digits are not those that facts are printed in",
                entry.location,
                f"Write {quote(right)}, or change `digits` in polyleaf.toml",
            )
