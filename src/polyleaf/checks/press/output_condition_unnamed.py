from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import AN_INTENT, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/output-condition-unnamed",
    severity=Severity.WARNING,
    rationale="""
        FOGRA39 and the like are names in a registry, which people and programs look up. The description of a profile
        is no such name.
    """,
    references=("ISO 15930-7, 6.4 (OutputConditionIdentifier)", "ICC Characterization Data Registry"),
    example=Example(
        bad="OutputConditionIdentifier is empty",
        good="OutputConditionIdentifier is FOGRA39, RegistryName http://www.color.org",
    ),
    good=press_file,
    bad=lambda: press_file(intents=(replace(AN_INTENT, identifier="", registry=""),)),
)
def output_condition_unnamed(subject: PressFile) -> Faults:
    """The way of printing has no registered name."""
    for intent in subject.facts.intents:
        if intent.kind == "GTS_PDFX" and not (intent.identifier.strip() and intent.registry.strip()):
            yield Fault(
                "The output intent does not name a registered way of printing",
                place(subject),
                "Give it an identifier such as FOGRA39, and the registry http://www.color.org",
            )
