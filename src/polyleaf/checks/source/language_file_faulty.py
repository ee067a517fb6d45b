from polyleaf.checks.check import Example, check
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.project import OwnLanguage

_FILE = "languages/sw.toml"
_FAULT = Fault("`negaton` is an unknown table", Location(_FILE, 8), "Did you mean [negation]?")


@check(
    "source/language-file-faulty",
    severity=Severity.ERROR,
    rationale="""
        A language whose file has a fault is left alone: half of a file would print numbers in another way than its
        author meant, or let a slip pass that it should find. The other languages are built.
    """,
    references=("polyleaf: docs/languages.md",),
    example=Example(bad='[negaton]\nno = ["si"]', good='[negation]\nno = ["si"]'),
    good=lambda: OwnLanguage("sw", _FILE),
    bad=lambda: OwnLanguage("sw", _FILE, faults=(_FAULT,)),
)
def language_file_faulty(own: OwnLanguage) -> Faults:
    """A language file of the project has faults."""
    return own.faults
