from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import FAR_TOO_LONG, LONG, long_sentences
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote


@check(
    "source/sentence-too-long",
    severity=Severity.WARNING,
    rationale="""
        Many patients lose the thread of a sentence of more than 20 words, more so when they are ill or afraid. A long
        sentence is also the one most often mistranslated.
    """,
    references=("NHS service manual, How we write: sentences of up to 20 words",),
    example=Example(
        bad="You will be asked to lie on your front while we clean the skin over the bone and"
        " give you an injection to numb it.",
        good="You lie on your front. We clean your skin. Then we numb it with an injection.",
    ),
    good=lambda: a_leaflet(a_paragraph("You lie on your front. We clean your skin.")),
    bad=lambda: a_leaflet(a_paragraph("word " * 20 + "end.")),
)
def sentence_too_long(leaflet: Leaflet) -> Faults:
    """A sentence has more than 20 words."""
    for text, sentence, length in long_sentences(leaflet, LONG, FAR_TOO_LONG):
        yield Fault(f"{length} words in one sentence: {quote(sentence)}", text.location, "Split it in two")
