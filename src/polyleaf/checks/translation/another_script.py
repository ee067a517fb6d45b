from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.other_scripts import in_other_scripts
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Faults, Severity


@check(
    "translation/another-script",
    severity=Severity.ERROR,
    bars_sign_off=True,
    rationale="""
        A sentence that is in another script from end to end was pasted into the wrong catalog: nobody who asked for
        this language can read a word of it, and no other check judges it. Names, abbreviations and what stands in the
        text in the same letters do not count; nor does a language that is written in both scripts (Serbian), which
        `translation/wrong-script` tells.
    """,
    references=("Unicode CLDR: scripts of languages", "ISO 17100:2015: check by the translator"),
    example=Example(
        bad='msgid "Come before the scan."\nmsgstr "Приходите в отделение до обследования."',
        good='msgid "Come before the scan."\nmsgstr "اسکین سے پہلے آئیں۔"',
    ),
    good=lambda: a_catalog(an_entry("Call NHS 111.", "NHS 111 کو فون کریں۔")),
    bad=lambda: a_catalog(an_entry("Come before the scan.", "Приходите в отделение до обследования.")),
)
def another_script(catalog: CatalogView) -> Faults:
    """A translation is in another script than its language from end to end."""
    yield from in_other_scripts(catalog, certain=True)
