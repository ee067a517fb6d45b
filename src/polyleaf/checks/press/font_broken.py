from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import quote


@check(
    "press/font-broken",
    severity=Severity.ERROR,
    rationale="""
        A font whose data are cut off or are no font is replaced by whatever the printer has: other letters, other
        widths, or boxes.
    """,
    references=("ISO 32000-1, 9.9", "GWG 2022, R0001"),
    example=Example(
        bad="A TrueType font of which half was embedded", good="The font embedded as a whole or as a subset"
    ),
    good=press_file,
    bad=lambda: press_file(broken_fonts={0: "its table glyf ends outside it"}),
)
def font_broken(subject: PressFile) -> Faults:
    """An embedded font is damaged."""
    for number, fault in subject.facts.broken_fonts.items():
        font = subject.facts.fonts[number]
        yield Fault(
            f"The font {quote(font.family or font.name)} is damaged: {fault}",
            place(subject),
            "Install the font again on the machine that exports, and export again",
        )
