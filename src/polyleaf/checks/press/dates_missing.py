from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/dates-missing",
    severity=Severity.ERROR,
    rationale="""
        Two versions of a file are told apart by their dates; without them last year's leaflet is printed again.
    """,
    references=("ISO 15930-7, 6.5 (CreationDate, ModDate)",),
    example=Example(
        bad="No date in the metadata", good="CreationDate and ModDate, or xmp:CreateDate and xmp:ModifyDate"
    ),
    good=press_file,
    bad=lambda: press_file(info={"Title": "Knee scan"}),
)
def dates_missing(subject: PressFile) -> Faults:
    """The file does not say when it was made."""
    info, xmp = subject.facts.info, subject.facts.xmp
    created = info.get("CreationDate") or xmp.get("xmp:CreateDate")
    changed = info.get("ModDate") or xmp.get("xmp:ModifyDate")
    if not (created and changed):
        yield Fault(
            "The file does not say when it was made and changed",
            place(subject),
            "Export the file again from its program",
        )
