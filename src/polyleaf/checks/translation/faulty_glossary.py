from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import GLOSSARY, a_catalog, a_glossary, a_term, an_entry
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.glossary import Glossary

_FAULT = Fault("the first line is not term,translation,...", Location(GLOSSARY, 1, locale="ur"), "Name the columns")


@check(
    "translation/faulty-glossary",
    severity=Severity.ERROR,
    rationale="""
        A term that cannot be read is not looked for: a translation would pass that the glossary forbids. The terms
        that can be read are used all the same.
    """,
    references=("polyleaf: translations/glossary/<locale>.csv",),
    example=Example(bad="english;urdu\nneedle;سوئی", good="term,translation,forbidden,note,safety\nneedle,سوئی,,,no"),
    good=lambda: a_catalog(an_entry("A needle", "ایک سوئی"), glossary=a_glossary(a_term("needle", "سوئی"))),
    bad=lambda: a_catalog(an_entry("A needle", "ایک سوئی"), glossary=Glossary("ur", GLOSSARY, (), (_FAULT,))),
)
def faulty_glossary(catalog: CatalogView) -> Faults:
    """The glossary has lines that cannot be used."""
    return catalog.glossary.faults if catalog.glossary else ()
