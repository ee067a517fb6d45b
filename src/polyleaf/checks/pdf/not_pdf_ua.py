from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed, validated
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.validation import Violation
from polyleaf.model.wording import count


@check(
    "pdf/not-pdf-ua",
    severity=Severity.ERROR,
    rationale="""
        PDF/UA says in which form a file tells a screen reader what is a heading, a list, a table or a decoration.
        A file that breaks one of its rules may be read in the wrong order, or in part, or not at all, and a public
        body may not publish it.
    """,
    references=("ISO 14289-1", "ISO 14289-2", "Matterhorn Protocol 1.1", "EN 301 549, 10"),
    example=Example(bad="A table with two header groups", good="Every rule that a program can test is kept"),
    good=lambda: printed(validations=(validated(),)),
    bad=lambda: printed(validations=(validated(Violation("7.2-11", "A table has at most one THead", 2)),)),
)
def not_pdf_ua(subject: PrintedDocument) -> Faults:
    """The file breaks a rule of its accessibility standard."""
    for verdict in subject.validations:
        if verdict.passed or verdict.trouble:
            continue
        for one in verdict.violations:
            yield Fault(
                f"The file is not {verdict.profile.label}: {one.message}, in {count(one.count, 'place')} "
                f"({one.rule}, {verdict.validator})",
                place(subject),
                "Mend the other errors on this file and its leaflet first. If there are none, a template or style "
                "sheet of yours may be at fault: build without it. If it is none, report this to polyleaf's makers",
            )
