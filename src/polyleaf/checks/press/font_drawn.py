from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import FontFacts
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import quote


@check(
    "press/font-drawn",
    severity=Severity.WARNING,
    rationale="""
        Letters of a Type 3 font are little drawings, often of pixels. They have no sharp edges at the size of a
        press.
    """,
    references=("GWG 2022, R0014",),
    example=Example(bad="A Type 3 font", good="The same as TrueType or OpenType"),
    good=press_file,
    bad=lambda: press_file(fonts=(FontFacts("F1", "F1", embedded=True, kind="Type3"),)),
)
def font_drawn(subject: PressFile) -> Faults:
    """Letters are drawings."""
    for font in subject.facts.fonts:
        called = font.family or font.name
        if font.kind == "Type3":
            yield Fault(
                f"The letters of {f'the font {quote(called)}' if called else 'a font without a name'} are drawings "
                "(Type 3)",
                place(subject),
                "Export with real fonts",
            )
