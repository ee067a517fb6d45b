from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import text_faults
from polyleaf.checks.samples.press import ink_text, press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Colour
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import TextPaint


@check(
    "press/small-text-in-grey",
    severity=Severity.WARNING,
    rationale="""
        Black of DeviceGray does not overprint where black of DeviceCMYK does, so small text gets white edges on a
        tint.
    """,
    references=("GWG 2022, R0011",),
    example=Example(bad="Text of 9 pt in DeviceGray 0", good="Text of 9 pt in DeviceCMYK 0 0 0 1"),
    good=press_file,
    bad=lambda: press_file(texts=(ink_text(Colour("DeviceGray", (0.0,), None), size=9.0),)),
)
def small_text_in_grey(subject: PressFile) -> Faults:
    """Small text is in DeviceGray."""
    below = subject.limits.grey_text_below

    def is_grey(text: TextPaint) -> bool:
        return text.fill is not None and text.fill.space == "DeviceGray" and text.size < below

    yield from text_faults(subject, is_grey, "is in DeviceGray", "Give black text in DeviceCMYK, black ink alone")
