"""``page/text-outside-page``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.pages import MM, is_blank, place
from polyleaf.checks.samples.printed import printed, text_run
from polyleaf.checks.wording import count, quote
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity
from polyleaf.model.pdf_facts import Rect, TextRun

QUIET = 5.0
"""Millimetres inside the trim that stay free of text: office printers do not reach them, guillotines cut into them."""

_ROUNDING = 0.1
"""In pt: what two programs may differ by."""


@check(
    "page/text-outside-page",
    severity=Severity.ERROR,
    rationale="""
        Text beyond the edge is not printed, and text at the edge is cut off: the end of a line, which may be the word
        "not" or the last digits of a phone number.
    """,
    references=("Bookpress, file guide: 5 mm from the trim", "polyleaf: nothing may be silently wrong"),
    example=Example(bad="A table wider than the paper", good="Text that ends at least 5 mm from the edge"),
    good=printed,
    bad=lambda: printed(text_run("Call 0800 000 0000", box=(500.0, 700.0, 640.0, 725.0))),
)
def text_outside_page(subject: PrintedDocument) -> Iterator[Fault]:
    """Text runs off the page or stands within 5 mm of its edge."""
    for page in subject.facts.pages:
        close = [(_room(run, page.sheet), run) for run in page.runs if not is_blank(run)]
        # "not >=" so that a position that is no number counts as outside.
        close = [(room, run) for room, run in close if not room >= QUIET * MM - _ROUNDING]
        if not close:
            continue
        close.sort(key=lambda one: one[0] if one[0] == one[0] else float("-inf"))
        room = close[0][0]
        # The letter that is worst placed may have no text of its own (a ligature's second half): tell of its neighbour.
        words = next((words for _, run in close if (words := quote(run.text)) != quote("")), "A letter")
        others = f" and {count(len(close) - 1, 'more piece')} of text" if len(close) > 1 else ""
        where = "runs off the page" if not room >= 0 else f"ends {room / MM:.1f} mm from the edge of the page"
        yield Fault(
            f"{words}{others}: {where}" if others else f"{words} {where}",
            place(subject, page.number),
            f"Keep {QUIET:g} mm free: shorten a long word, make a table narrower, or widen the margin",
        )


def _room(run: TextRun, sheet: Rect) -> float:
    """The least distance in pt between a run and the edges; below 0 outside, NaN if a position is no number."""
    left, bottom, right, top = run.box
    rooms = (left - sheet[0], bottom - sheet[1], sheet[2] - right, sheet[3] - top)
    return float("nan") if any(room != room for room in rooms) else min(rooms)  # noqa: PLR0124 - NaN
