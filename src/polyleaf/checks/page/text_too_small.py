from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.pdf_subjects import is_blank
from polyleaf.checks.samples.printed import printed, text_run
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity


def smallest_text(layout: FileLayout) -> Spots:
    """Size of every piece of text in pt: labels, page numbers, all of it."""
    for page in layout.pages:
        for run in page.facts.runs:
            if not is_blank(run):
                yield Spot(run.size, page.number, page.words(run))


RULE = Rule("Smallest text", "pt", None, smallest_text, "UKAAF G003; ACB (2022)", at_least=True, rounding=0.05)


@check(
    "page/text-too-small",
    severity=Severity.ERROR,
    rationale="""
        Who asks for large print cannot read the small line either, and it is often the one with the phone number, the
        page number or the label in the drawing. The size of an edition is that of its smallest text.
    """,
    references=(
        "UKAAF G003 (2019): page numbers, labels and captions in the same size",
        "ACB large print guidelines (2022)",
    ),
    example=Example(bad="A caption of 12 pt in the 18 pt edition", good="A caption of 18 pt"),
    rules=(RULE,),
    good=lambda: printed(text_run(size=18.0)),
    bad=lambda: printed(text_run(size=12.0)),
)
def text_too_small(subject: PrintedDocument) -> Faults:
    """Text is smaller than the edition promises."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} is {broken.value:.1f} pt, the edition {subject.edition.name} promises {broken.limit:g} pt",
            "See font-size in style sheets of your own: nothing is smaller than the text of the leaflet",
            more=False,
        )
