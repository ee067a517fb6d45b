from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import text_faults
from polyleaf.checks.samples.press import cmyk, ink_text, press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.inks import is_white
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import TextPaint


@check(
    "press/small-reversed-text",
    severity=Severity.WARNING,
    rationale="""
        White letters are holes that ink flows into from all sides. Small ones close up, first where the paper is
        soft, and people with low vision lose them before that.
    """,
    references=("GWG 2022, R0016", "RNIB Clear Print"),
    example=Example(
        bad="White text of 6 pt on a dark box", good="White text of 12 pt, bold, or black text on a light box"
    ),
    good=lambda: press_file(texts=(ink_text(cmyk(), size=12.0, overprint=False),)),
    bad=lambda: press_file(texts=(ink_text(cmyk(), size=6.0, overprint=False),)),
)
def small_reversed_text(subject: PressFile) -> Faults:
    """White text is too small to print."""
    least = subject.limits.small_text

    def closes_up(text: TextPaint) -> bool:
        return is_white(text.fill) and text.size < least

    hint = f"Make white text {least:g} pt or larger"
    yield from text_faults(subject, closes_up, "is white and will fill with ink", hint)
