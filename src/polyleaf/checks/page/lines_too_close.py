"""``page/lines-too-close``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import PITCH_LEAST, PITCH_OF_FONT
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, a_page_of, a_paragraph_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity


@check(
    "page/lines-too-close",
    severity=Severity.ERROR,
    rationale="""
        Each font says how much room its letters need above and below. Nastaliq and Burmese need twice as much as Latin.
        With less, the marks of one line run into the next, and marks make the difference between words.
    """,
    references=(
        "ACB large print guidelines (2022): at least 1.15",
        "The font's own ascent and descent (OpenType hhea)",
        "W3C alreq: Nastaliq needs its height",
    ),
    example=Example(bad="Urdu in Nastaliq with line-height: 1.5", good="Urdu in Nastaliq with line-height: 2.5"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(*a_paragraph_of("Somebody must", "drive you.", pitch=18.0)),
)
def lines_too_close(subject: PrintedDocument) -> Iterator[Fault]:
    """Lines stand so close that their letters meet."""
    for broken in PITCH_OF_FONT.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} has {spot.value:.0%} of the room that its font and the line above it need"
            f"{and_more(broken.others)}",
            place(subject, spot.page),
            "Use the line height of the language (`--line`), also for short lines such as labels and badges",
        )
    for broken in PITCH_LEAST.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} stands {spot.value:.2f} times its size below the last, less than {broken.limit:g}"
            f"{and_more(broken.others)}",
            place(subject, spot.page),
            "Use a greater line-height in the style sheet",
        )
