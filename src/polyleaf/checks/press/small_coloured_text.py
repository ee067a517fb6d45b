from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import text_faults
from polyleaf.checks.samples.press import cmyk, ink_text, press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.inks import inks
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import TextPaint


@check(
    "press/small-coloured-text",
    severity=Severity.WARNING,
    rationale="""
        Each ink is printed by its own plate. Small letters made of two or more inks show a coloured shadow as soon as
        the plates are a tenth of a millimetre apart.
    """,
    references=("GWG 2022, R0017",),
    example=Example(bad="Text of 6 pt in cyan 100, magenta 75", good="Text of 6 pt in black 100"),
    good=lambda: press_file(texts=(ink_text(size=6.0),)),
    bad=lambda: press_file(texts=(ink_text(cmyk(1.0, 0.75), size=6.0, overprint=False),)),
)
def small_coloured_text(subject: PressFile) -> Faults:
    """Coloured text is too small to print."""
    least = subject.limits.small_text

    def blurs(text: TextPaint) -> bool:
        return sum(ink > 0 for ink in inks(text.fill) or ()) > 1 and text.size < least

    hint = f"Print it in black, or make it {least:g} pt or larger"
    yield from text_faults(subject, blurs, "is of several inks and too small for them to meet", hint)
