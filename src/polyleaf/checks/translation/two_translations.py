from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.together import letters, long_enough, printed_together
from polyleaf.model.catalog_view import Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.subject import LocaleCatalogs
from polyleaf.model.wording import quote

_FOLDER = "translations/ur/LC_MESSAGES"


@check(
    "translation/two-translations",
    severity=Severity.WARNING,
    rationale="""
        The same words in two leaflets, translated in two ways: a patient who holds both wonders which one is right,
        and a change of one is forgotten in the other. The translation memory fills in what is approved.
    """,
    references=("Translate Toolkit, poconflicts", "ISO 17100:2015: consistency"),
    example=Example(
        bad='knee-scan.po:\nmsgid "Do not eat."\nmsgstr "کچھ نہ کھائیں۔"\n'
        'hip-scan.po:\nmsgid "Do not eat."\nmsgstr "کھانا مت کھائیں۔"',
        good="the same msgstr in both",
    ),
    good=lambda: LocaleCatalogs("ur", _FOLDER, (a_catalog(an_entry("Do not eat now.", "ابھی کچھ نہ کھائیں۔")),) * 2),
    bad=lambda: LocaleCatalogs(
        "ur",
        _FOLDER,
        (
            a_catalog(an_entry("Do not eat now.", "ابھی کچھ نہ کھائیں۔")),
            a_catalog(an_entry("Do not eat now.", "اس وقت کھانا مت کھائیں۔")),
        ),
    ),
)
def two_translations(together: LocaleCatalogs) -> Faults:
    """The same text has two translations."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in printed_together(together):
        message = entry.translation.message
        known = first.setdefault((message.context, letters(message.msgid)), entry)
        if letters(known.translation.text) != letters(entry.translation.text) and long_enough(message.msgid):
            yield Fault(
                f"{quote(message.msgid)} is {quote(entry.translation.text)} here"
                f" and {quote(known.translation.text)} in {known.location}",
                entry.location,
                "Take the better one for both",
            )
