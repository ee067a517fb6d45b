from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import FontFacts
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import quote


@check(
    "press/font-not-embedded",
    severity=Severity.ERROR,
    rationale="""
        The print shop does not have the font, and its machine takes another: letters change their width, or become
        boxes.
    """,
    references=("ISO 15930-7, 6.11 (fonts)", "GWG 2022, R0001"),
    example=Example(bad="Helvetica, not embedded", good="Every font embedded"),
    good=press_file,
    bad=lambda: press_file(fonts=(FontFacts("Helvetica", "Helvetica", embedded=False, kind="Type1"),)),
)
def font_not_embedded(subject: PressFile) -> Faults:
    """A font is not in the file."""
    for font in subject.facts.fonts:
        if not font.embedded and font.kind != "Type3":
            yield Fault(
                f"The font {quote(font.family or font.name)} is not in the file",
                place(subject),
                "Embed all fonts when exporting",
            )
