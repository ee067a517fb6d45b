from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import AN_INTENT, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/output-intent-repeated",
    severity=Severity.ERROR,
    rationale="""
        Two output intents contradict each other, and programs take the first or the last as they please.
    """,
    references=("ISO 15930-7, 6.4 (OutputIntents)",),
    example=Example(bad="Two output intents GTS_PDFX", good="One"),
    good=press_file,
    bad=lambda: press_file(intents=(AN_INTENT, AN_INTENT)),
)
def output_intent_repeated(subject: PressFile) -> Faults:
    """Several ways of printing are named."""
    number = sum(intent.kind == "GTS_PDFX" for intent in subject.facts.intents)
    if number > 1:
        yield Fault(
            f"There are {number} output intents for print", place(subject), "Keep the one that the print shop names"
        )
