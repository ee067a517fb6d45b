from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import CATALOG
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.subject import BrokenCatalog

_FAULT = Fault("A merge conflict is not resolved", Location(CATALOG, 12, locale="ur"), "Keep one of the two versions")


@check(
    "translation/unreadable-catalog",
    severity=Severity.ERROR,
    rationale="""
        In a damaged catalog it is not known which translation belongs to which text. So none of them is printed: the
        leaflet is not built in this language, and the last good file stays.
    """,
    references=("GNU gettext manual, The Format of PO Files",),
    example=Example(bad='<<<<<<< HEAD\nmsgstr "کچھ نہ کھائیں۔"', good='msgstr "کچھ نہ کھائیں۔"'),
    good=lambda: BrokenCatalog("knee-scan", CATALOG, ()),
    bad=lambda: BrokenCatalog("knee-scan", CATALOG, (_FAULT,)),
)
def unreadable_catalog(catalog: BrokenCatalog) -> Faults:
    """A catalog cannot be read."""
    return catalog.faults
