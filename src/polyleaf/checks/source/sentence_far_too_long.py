from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import FAR_TOO_LONG, long_sentences
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote


@check(
    "source/sentence-far-too-long",
    severity=Severity.ERROR,
    rationale="""
        Hardly any patient takes in a sentence of more than 35 words at the first reading, and instructions are not
        read twice.
    """,
    references=("NHS service manual, How we write: sentences of up to 20 words",),
    example=Example(
        bad="If you take warfarin or another medicine that thins your blood you must tell us as soon as you get your"
        " appointment, because you may have to stop taking it for some days before you come in.",
        good="Tell us at once if you take a blood thinner, such as warfarin. You may have to stop it for some days.",
    ),
    good=lambda: a_leaflet(a_paragraph("word " * 34 + "end.")),
    bad=lambda: a_leaflet(a_paragraph("word " * 35 + "end.")),
)
def sentence_far_too_long(leaflet: Leaflet) -> Faults:
    """A sentence has more than 35 words."""
    for text, sentence, length in long_sentences(leaflet, FAR_TOO_LONG):
        yield Fault(f"{length} words in one sentence: {quote(sentence)}", text.location, "Split it into several")
