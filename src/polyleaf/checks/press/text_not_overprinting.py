from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import text_faults
from polyleaf.checks.samples.press import ink_text, press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.inks import is_black
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import TextPaint


@check(
    "press/text-not-overprinting",
    severity=Severity.WARNING,
    rationale="""
        Small black letters are thinner than the error of the press. Where they are cut out of a tint, a white edge
        shows beside them; where they overprint it, nothing can show.
    """,
    references=("GWG 2022, R0009",),
    example=Example(
        bad="Black text of 9 pt that knocks out of a tinted box", good="The same text, overprinting (OPM 1)"
    ),
    good=lambda: press_file(texts=(ink_text(size=9.0),)),
    bad=lambda: press_file(texts=(ink_text(size=9.0, overprint=False),)),
)
def text_not_overprinting(subject: PressFile) -> Faults:
    """Small black text does not overprint."""
    below = subject.limits.overprint_below

    def knocks_out(text: TextPaint) -> bool:
        overprints = text.overprint and text.overprint_mode == 1
        return is_black(text.fill) and text.size < below and not overprints

    hint = "Let the program that makes the file overprint black text"
    yield from text_faults(subject, knocks_out, "is black and does not overprint", hint)
