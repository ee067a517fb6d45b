from polyleaf.checks.check import Example, check
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.project import OwnLanguage

_FILE = "languages/pl.toml"


@check(
    "source/language-file-in-front",
    severity=Severity.NOTE,
    rationale="""
        A language file of the project takes the place of polyleaf's own, the whole of it. What a later polyleaf
        learns of that language does not reach the project.
    """,
    references=("polyleaf: docs/languages.md",),
    example=Example(
        bad="languages/pl.toml, although polyleaf has Polish", good="send what is missing to polyleaf, delete the file"
    ),
    good=lambda: OwnLanguage("sw", _FILE),
    bad=lambda: OwnLanguage("pl", _FILE, replaces="Polish"),
)
def language_file_in_front(own: OwnLanguage) -> Faults:
    """A language file of the project takes the place of polyleaf's own."""
    if own.replaces:
        yield Fault(
            f"this file takes the place of polyleaf's own for {own.replaces}",
            Location(own.path),
            "Nothing to do, if that is meant",
        )
