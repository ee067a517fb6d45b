import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import layout_of
from polyleaf.checks.measures.rules import Rule, spots_of
from polyleaf.checks.pdf_subjects import first_run_of, place
from polyleaf.checks.samples.printed import a_font, printed
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import FontFacts
from polyleaf.model.wording import listed, quote

_STYLE = re.compile(
    r"(?:[-\s]|(?<=[a-z]))(?:thin|(?:extra|ultra|semi|demi)?-?(?:light|bold)|regular|medium|black|heavy|italic|oblique)$",
    re.IGNORECASE,
)


def _faults(subject: PrintedDocument) -> Faults:
    allowed = {_bare(family) for family in subject.families}
    for number, font in enumerate(subject.facts.fonts):
        if _names(font) & allowed:
            continue
        page, run = first_run_of(subject, number)
        words = f" for {quote(run.text)}" if run is not None and run.text.strip() else ""
        yield Fault(
            f"The font {quote(font.family or font.name)} was taken{words}",
            place(subject, page),
            f"Expected {listed(subject.families, 8)}: `polyleaf doctor` says which are not installed",
            *layout_of(subject).origins.of(run.text if run else "", page),
        )


RULE = Rule(
    "Fonts that are not the language's", "", 0, spots_of(_faults), "Matterhorn Protocol 1.1, 31-030", counted=True
)


@check(
    "pdf/fallback-font",
    severity=Severity.ERROR,
    rationale="""
        When the chosen font is not installed or lacks a character, the machine takes any other. Its letters may be of
        another size, join wrongly, or be those of another language: Chinese words with Japanese shapes.
    """,
    references=("Matterhorn Protocol 1.1, 31-030", "polyleaf: the table of languages names the fonts of each"),
    example=Example(bad="DejaVu Sans in an Urdu leaflet", good="Noto Nastaliq Urdu"),
    rules=(RULE,),
    good=lambda: printed(fonts=(a_font("Noto Sans"),)),
    bad=lambda: printed(fonts=(a_font("DejaVu Sans"),)),
)
def fallback_font(subject: PrintedDocument) -> Faults:
    """Text is set in a font that is not one of the language's."""
    return _faults(subject)


def _names(font: FontFacts) -> set[str]:
    """What the family may be called: a file without one gives the font's own name, weight included."""
    names: set[str] = set()
    for name in (font.family, font.name):
        while name:
            names.add(_bare(name))
            shorter = _STYLE.sub("", name)
            if shorter == name:
                break
            name = shorter  # noqa: PLW2901 - style words are taken off one by one
    return names


def _bare(name: str) -> str:
    """``Noto-Sans CJK SC`` and ``NotoSansCJKsc`` are the same."""
    return re.sub(r"[\W_]+", "", name).casefold()
