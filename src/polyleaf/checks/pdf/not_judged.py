from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed, validated
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity


@check(
    "pdf/not-judged",
    severity=Severity.WARNING,
    rationale="""
        A validator that gave up has not found the file good. It may be the validator's fault, so the file is kept,
        but somebody should know that nobody has judged it.
    """,
    references=("polyleaf: nothing may be silently wrong",),
    example=Example(bad="The validator stops at a limit of its own", good="The validator says pass or fail"),
    good=lambda: printed(validations=(validated(),)),
    bad=lambda: printed(validations=(validated(trouble="it nests too deeply"),)),
)
def not_judged(subject: PrintedDocument) -> Faults:
    """A validator could not judge the file."""
    for verdict in subject.validations:
        if verdict.trouble:
            yield Fault(
                f"{verdict.validator} could not judge the file: {verdict.trouble}",
                place(subject),
                "Ask the other validator: polyleaf validate --with verapdf",
            )
