from collections.abc import Iterator

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, PageLayout, Spot, Spots
from polyleaf.checks.measures.lines import Line
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_page_of, a_paragraph_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

_OVERLAP = 0.2
"""In ems: lines that lie above each other by less do not meet."""

_EQUAL = 0.02
"""Share by which type sizes may differ and still be the same."""


def pitch_over_size(layout: FileLayout) -> Spots:
    """Distance of the baselines of lines of one size under each other, over that size."""
    for page in layout.pages:
        for upper, lower in _neighbours(page):
            if abs(upper.size - lower.size) <= _EQUAL * upper.size:
                yield Spot((upper.baseline - lower.baseline) / upper.size, page.number, lower.text)


def pitch_over_need(layout: FileLayout) -> Spots:
    """Distance of the baselines of lines under each other, over what their fonts ask for: each by its own font."""
    for page in layout.pages:
        for upper, lower in _neighbours(page):
            signs = [line for line in (upper, lower) if len(line.text) == 1 and not line.text.isalnum()]
            if (needed := upper.below + lower.above) > 0 and not signs:  # a bullet fills no line of its font
                yield Spot((upper.baseline - lower.baseline) / needed, page.number, lower.text)


def _neighbours(page: PageLayout) -> Iterator[tuple[Line, Line]]:
    """Every line with the nearest one beneath it."""
    for place, upper in enumerate(page.lines):
        for lower in page.lines[place + 1 :]:
            shared = min(upper.right, lower.right) - max(upper.left, lower.left)
            if shared > _OVERLAP * upper.size:
                if lower.baseline < upper.baseline:
                    yield upper, lower
                break


FONT = Rule(
    "Line spacing over what the fonts need",
    "",
    1.0,
    pitch_over_need,
    "The fonts' own ascent and descent",
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
        Each font says how much room its letters need above and below. Nastaliq and Burmese need twice as much as Latin.
        With less, the marks of one line run into the next, and marks make the difference between words.
    """,
    references=(
        "ACB large print guidelines (2022): at least 1.15",
        "The font's own ascent and descent (OpenType hhea)",
        "W3C alreq: Nastaliq needs its height",
    ),
    example=Example(bad="Urdu in Nastaliq with line-height: 1.5", good="Urdu in Nastaliq with line-height: 2.5"),
    rules=(FONT, LEAST),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(*a_paragraph_of("Somebody must", "drive you.", pitch=18.0)),
)
def lines_too_close(subject: PrintedDocument) -> Faults:
    """Lines stand so close that their letters meet."""
    for broken in FONT.broken(subject):
        yield broken.fault(
            f"{broken.words} has {broken.value:.0%} of the room that its font and the line above it need",
            "Shorten the words to one line; see line-height in style sheets of your own (`--line`)",
        )
    for broken in LEAST.broken(subject):
        yield broken.fault(
            f"{broken.words} stands {broken.value:.2f} times its size below the last, less than {broken.limit:g}",
            "See line-height in style sheets of your own (templates/css)",
        )
