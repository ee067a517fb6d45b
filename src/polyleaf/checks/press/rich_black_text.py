from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import advice, text_faults
from polyleaf.checks.samples.press import cmyk, ink_text, press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.inks import inks, total_ink
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import TextPaint


@check(
    "press/rich-black-text",
    severity=Severity.WARNING,
    rationale="""
        Letters built of all four inks need the four plates to meet within a hair. They never quite do, and the text
        gets coloured edges; the ink lies so thick that it sets off on the next sheet.
    """,
    references=("GWG 2022, R0015", "Bookpress and Suchecki, print guidelines"),
    example=Example(bad="Text in cyan 75, magenta 68, yellow 67, black 90", good="Text in black 100"),
    good=press_file,
    bad=lambda: press_file(texts=(ink_text(cmyk(0.75, 0.68, 0.67, 0.9)),)),
)
def rich_black_text(subject: PressFile) -> Faults:
    """Black text is printed in more inks than black."""
    limits = subject.limits

    def is_rich(text: TextPaint) -> bool:
        return any(
            found is not None and 100 * found[3] >= limits.rich_black and total_ink(colour) > limits.rich_black_total
            for colour in (text.fill, text.stroke)
            for found in (inks(colour),)
        )

    hint = advice(
        subject,
        "Give text pure black (#000), which prints in black ink alone",
        "Set text in 100 % black (K) alone; if it is the black of a screen (RGB), have it exported as black ink, "
        "which Ghostscript does with -dBlackText",
    )
    yield from text_faults(subject, is_rich, "is black of several inks", hint)
