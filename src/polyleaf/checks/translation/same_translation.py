from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.together import different, letters, long_enough, printed_together
from polyleaf.model.catalog_view import Entry
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.subject import LocaleCatalogs
from polyleaf.model.wording import quote

_FOLDER = "translations/ur/LC_MESSAGES"


@check(
    "translation/same-translation",
    severity=Severity.WARNING,
    rationale="""
        Two different sentences with one translation: mostly the second was pasted from the first, and one of the two
        says what it should not. Short texts ("Other treatments", "Alternatives") may share one.
    """,
    references=("Translate Toolkit, poconflicts --invert",),
    example=Example(
        bad='msgid "Eat before the scan."\nmsgstr "اسکین سے پہلے کھائیں۔"\n\n'
        'msgid "Do not drive after it."\nmsgstr "اسکین سے پہلے کھائیں۔"',
        good='msgid "Do not drive after it."\nmsgstr "اس کے بعد گاڑی نہ چلائیں۔"',
    ),
    good=lambda: LocaleCatalogs("ur", _FOLDER, (a_catalog(an_entry("Eat before the scan.", "اسکین سے پہلے کھائیں۔")),)),
    bad=lambda: LocaleCatalogs(
        "ur",
        _FOLDER,
        (
            a_catalog(
                an_entry("Eat before the scan.", "اسکین سے پہلے کھائیں۔"),
                an_entry("Do not drive after it.", "اسکین سے پہلے کھائیں۔", line=40),
            ),
        ),
    ),
)
def same_translation(together: LocaleCatalogs) -> Faults:
    """Two different texts have the same translation."""
    first: dict[str, Entry] = {}
    for entry in printed_together(together):
        message = entry.translation.message
        known = first.setdefault(letters(entry.translation.text), entry)
        other = known.msgid
        if long_enough(message.msgid) and long_enough(other) and different(message.msgid, other):
            yield Fault(
                f"{quote(message.msgid)} has the translation of {quote(other)} in {known.location}",
                entry.location,
                "Translate it by itself",
            )
