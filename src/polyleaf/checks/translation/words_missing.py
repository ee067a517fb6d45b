from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.locales.table import language
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.subject import LocaleCatalogs
from polyleaf.reading.coverage import lacking

_FOLDER = "translations/ur/LC_MESSAGES"


@check(
    "translation/words-missing",
    severity=Severity.NOTE,
    rationale="""
        A check that has no words of a language finds nothing in it, and silence looks like praise. What polyleaf does
        not know of a language stands here once, so that a reviser looks there with care. docs/languages.md has it for
        every language.
    """,
    references=("ISO 17100:2015: revision by a second person", "polyleaf: docs/languages.md"),
    example=Example(
        bad="km: no words for denials: a lost “not” is not noticed",
        good="add [negation] to languages/km.toml of the project",
    ),
    good=lambda: LocaleCatalogs("ur", _FOLDER, (a_catalog(an_entry("Eat.", "کھائیں۔")),)),
    bad=lambda: LocaleCatalogs("bem", _FOLDER, (a_catalog(an_entry("Eat.", "Lyeni."), language=language("bem")),)),
)
def words_missing(together: LocaleCatalogs) -> Faults:
    """Some checks have no words of the language."""
    for catalog in together.catalogs[:1]:
        without = lacking(catalog.language)
        if without:
            yield Fault(
                f"no words for {', '.join(without)} in {catalog.language.english}: such slips are not noticed",
                Location(together.path, locale=together.locale),
                f"Have them compared by a reviser, or write languages/{together.locale}.toml",
            )
