from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import first_page_of, place
from polyleaf.checks.samples.printed import a_font, printed
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.wording import quote


@check(
    "pdf/font-not-embedded",
    severity=Severity.ERROR,
    rationale="""
        A font that is not in the file is replaced by whatever the printer has. Letters shift, signs vanish, and the
        proof that was read is not what is printed. A Type 3 font carries its drawings in the file.
    """,
    references=("ISO 14289-1, 7.21.4.1", "ISO 15930-7 (PDF/X-4)", "Matterhorn Protocol 1.1, 31-009"),
    example=Example(bad="Helvetica, not embedded", good="Noto Sans, embedded subset"),
    good=lambda: printed(fonts=(a_font("Noto Sans"),)),
    bad=lambda: printed(fonts=(a_font("Noto Sans", embedded=False),)),
)
def font_not_embedded(subject: PrintedDocument) -> Faults:
    """A font is not in the file."""
    for number, font in enumerate(subject.facts.fonts):
        if not font.embedded and font.kind != "Type3":
            yield Fault(
                f"The font {quote(font.family or font.name)} is not embedded",
                place(subject, first_page_of(subject, number)),
                "Install the font so that it can be embedded, then build again",
            )
