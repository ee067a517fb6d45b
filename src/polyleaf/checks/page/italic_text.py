from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Look

_LEANING = 3.0
"""Degrees: from here on letters are seen to lean."""


def italic(layout: FileLayout) -> Spots:
    """Every piece of text in a leaning font, or leaned by force."""
    fonts = layout.subject.facts.fonts
    for page in layout.pages:
        for run in page.runs:
            leaning = 0 <= run.font < len(fonts) and fonts[run.font].italic
            if leaning or abs(run.look.slant) > _LEANING:
                yield Spot(1, page.number, page.words(run))


RULE = Rule("Pieces of italic text", "", 0, italic, "UKAAF G003; RNIB Clear Print", counted=True)


@check(
    "page/italic-text",
    severity=Severity.ERROR,
    rationale="""
        Italic letters are narrower and lean into each other. Readers with low vision or dyslexia cannot tell them
        apart. In many scripts there are no italics, only letters that a program has pushed over.
    """,
    references=("UKAAF G003 (2019): no italics", "RNIB Clear Print", "W3C sealreq: Thai uses bold, not italics"),
    example=Example(bad="font-style: italic", good="font-weight: 600"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", look=Look(slant=12.0))),
)
def italic_text(subject: PrintedDocument) -> Faults:
    """Text is set in italics."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} leans",
            "Stress words by **bold**; see font-style in the style sheets of your own (templates/css)",
        )
