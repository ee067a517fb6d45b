from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/output-intent-missing",
    severity=Severity.ERROR,
    rationale="""
        The same numbers of inks look different on coated and on uncoated paper. The output intent says for which way
        of printing the colours were chosen; without it the print shop guesses.
    """,
    references=("ISO 15930-7, 6.4 (OutputIntents)", "GWG 2022, R0001"),
    example=Example(bad="No output intent", good="An output intent GTS_PDFX: FOGRA39"),
    good=press_file,
    bad=lambda: press_file(intents=()),
)
def output_intent_missing(subject: PressFile) -> Faults:
    """The file does not name a way of printing."""
    if not any(intent.kind == "GTS_PDFX" for intent in subject.facts.intents):
        yield Fault(
            "There is no output intent for print (GTS_PDFX)",
            place(subject),
            "Export it as PDF/X-4 with the profile that the print shop names",
        )
