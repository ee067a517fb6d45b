from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.pitches import pitch_over_need, pitch_over_size
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_page_of, a_paragraph_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

FONT = Rule(
    "Line spacing over what the letters need",
    "",
    1.0,
    pitch_over_need,
    "The fonts; the ink of tall ones",
    at_least=True,
    rounding=0.01,
)
LEAST = Rule(
    "Smallest line spacing anywhere", "× size", 1.15, pitch_over_size, "ACB (2022)", at_least=True, rounding=0.01
)


@check(
    "page/lines-too-close",
    severity=Severity.ERROR,
    rationale="""
        Each font says how much room its letters need above and below. Nastaliq and Burmese ask for twice as much as
        Latin, for their tallest words. With less than a line's own letters need, the marks of one line run into the
        next, and marks make the difference between words.
    """,
    references=(
        "ACB large print guidelines (2022): at least 1.15",
        "The font's own ascent and descent (OpenType hhea)",
        "W3C alreq: Nastaliq needs its height",
        "polyleaf: where a font asks for more than 1.5, no ink of two lines is nearer than 0.1 of the size",
    ),
    example=Example(bad="Urdu in Nastaliq with line-height: 1.5", good="Urdu with the room that its letters need"),
    rules=(FONT, LEAST),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(*a_paragraph_of("Somebody must", "drive you.", pitch=18.0)),
)
def lines_too_close(subject: PrintedDocument) -> Faults:
    """Lines stand so close that their letters meet."""
    for broken in FONT.broken(subject):
        yield broken.fault(
            f"{broken.words} has {broken.value:.0%} of the room that it and the line above it need",
            "Shorten the words to one line, in a drawing set its labels farther apart; for other text see line-height"
            " in style sheets of your own (`--line`)",
        )
    for broken in LEAST.broken(subject):
        yield broken.fault(
            f"{broken.words} stands {broken.value:.2f} times its size below the last, less than {broken.limit:g}",
            "In a drawing, set its labels farther apart; for other text see line-height in style sheets of your own"
            " (templates/css)",
        )
