from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import layout_of
from polyleaf.checks.measures.rules import Rule, spots_of
from polyleaf.checks.pdf_subjects import font_name, place
from polyleaf.checks.samples.printed import printed, text_run
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import count, quote


def _faults(subject: PrintedDocument) -> Faults:
    for page in subject.facts.pages:
        lost: dict[int, int] = {}
        sample: dict[int, str] = {}
        for run in page.runs:
            if run.missing > 0:
                lost[run.font] = lost.get(run.font, 0) + run.missing
                sample[run.font] = sample.get(run.font) or run.text
        for font, number in lost.items():
            words = f" in {quote(sample[font])}" if sample[font].strip() else ""
            yield Fault(
                f"{count(number, 'character')} of {font_name(subject, font)} without a glyph{words}",
                place(subject, page.number),
                "Install the fonts of the language (`polyleaf doctor`), or replace the character",
                *layout_of(subject).origins.of(sample[font], page.number),
            )


RULE = Rule("Letters printed as empty boxes", "", 0, spots_of(_faults), "Matterhorn Protocol 1.1, 31-030", counted=True)


@check(
    "pdf/missing-glyph",
    severity=Severity.ERROR,
    rationale="""
        A character that the font lacks is printed as an empty box. In many scripts one lost sign makes another word,
        or a word that cannot be read; in a number it makes another dose.
    """,
    references=("Matterhorn Protocol 1.1, 31-030", "ISO 14289-1, 7.21.8"),
    example=Example(bad="▯▯▯▯ on a Tamil page, set in a font without Tamil", good="A font that has every character"),
    rules=(RULE,),
    good=printed,
    bad=lambda: printed(text_run("அறுவை", missing=2)),
)
def missing_glyph(subject: PrintedDocument) -> Faults:
    """A character has no glyph and is printed as an empty box."""
    return _faults(subject)
