"""Orders that no print shop can carry out as they are written, found before they are sent.

Stock and finishing are words of people. Those that are understood are held against the file; the others are passed on.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from polyleaf.delivery.copies import CopyRequest
from polyleaf.delivery.job_ticket import JobItem
from polyleaf.model.artifact import BOTH_SIDES, sheets_of
from polyleaf.model.wording import count

MOST_STAPLED = 48
"""Pages that are usually stapled through the fold (printers' advice)."""

_PANELS = 6
_FOUR = 4
"""Pages of a sheet that is folded once."""


class Paper(StrEnum):
    """What ink does on a paper: it stays on top of a coated one, and sinks into an uncoated one."""

    COATED = "coated"
    UNCOATED = "uncoated"


_UNCOATED = re.compile(
    r"(?i)\b(?:un-?coated|non-?coated|offset|bond|recycled|laid|wove|copy paper|ungestrichen\w*|naturpapier\w*|"
    r"non couch[eé]|no estucado|non patinat[ao]|niepowlekan\w+|offsetow\w+)\b"
)
_COATED = re.compile(
    r"(?i)\b(?:coated|silk|satin|gloss\w*|art paper|(?:bilder|kunst)druck\w*|gestrichen\w*|couch[eé]|estucado|"
    r"patinat[ao]|powlekan\w+|kred\w+)\b"
)


def paper_of(words: str) -> Paper | None:
    """The paper that is meant; None if the words do not say, or say both."""
    uncoated = bool(_UNCOATED.search(words))
    coated = bool(_COATED.search(_UNCOATED.sub(" ", words)))
    return None if uncoated == coated else Paper.UNCOATED if uncoated else Paper.COATED


class Binding(StrEnum):
    """How leaves are held together, or one sheet is folded."""

    FOLD = "stapled through the fold"
    CORNER = "stapled in the corner"
    PANELS = "folded in three"
    ONCE = "folded once"


_CORNER = re.compile(r"(?i)\b(?:corner|top (?:left|right)|(?:1|one|single) staple|eckheftung)\b")
_STAPLED = re.compile(
    r"(?i)\b(?:saddle|stapl\w*|(?:wire|saddle)[- ]?stitch\w*|stitched|booklet|geheftet|(?:r[uü]ck(?:en)?stich|"
    r"klammer)\w*|agraf\w*|piqûre|grapa\w*|zszy\w+|zszyw\w+)\b"
)
_FOLDED = re.compile(r"(?i)\b(?:tri-?fold|letter[- ]?fold|roll[- ]?fold|z-?fold|zig-?zag|concertina|accordion)\w*\b")
_HALVED = re.compile(r"(?i)\b(?:half[- ]?fold\w*|folded (?:once|in half))\b")


def binding_of(words: str) -> Binding | None:
    """The binding that is meant; None if the words do not say."""
    if _STAPLED.search(words):
        return Binding.CORNER if _CORNER.search(words) else Binding.FOLD
    return Binding.PANELS if _FOLDED.search(words) else Binding.ONCE if _HALVED.search(words) else None


def blanks(pages: int, finishing: str, on_a_sheet: int = BOTH_SIDES) -> int:
    """Blank pages that come to a file in print: backs of last leaves, and what fills up a sheet that is folded.

    Args:
        pages: Pages of the file, or panels.
        finishing: What the order asks for.
        on_a_sheet: How many of them a sheet has, where the file is one of panels.
    """
    return -pages % _on_paper(finishing, on_a_sheet) if pages > 1 else 0


def sheets(pages: int, finishing: str, on_a_sheet: int = BOTH_SIDES) -> int:
    """Sheets of paper of one copy, printed on both sides; arguments as above."""
    return sheets_of(pages, _on_paper(finishing, on_a_sheet))


def _on_paper(finishing: str, on_a_sheet: int) -> int:
    """How many pages a sheet has: one that is folded once holds four."""
    return max(on_a_sheet, _FOUR) if binding_of(finishing) is Binding.FOLD else on_a_sheet


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about an order that somebody has to settle.

    Attributes:
        column: The column of the order list that it is about.
        message: What is wrong.
        hint: The way out.
    """

    column: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A notice with its place.

    Attributes:
        place: Where it is written: a row of the order list, or ``polyleaf.toml``.
        name: Leaflet, locale and edition.
        message, hint: What is wrong, and the way out.
    """

    place: str
    name: str
    message: str
    hint: str


def placed(notice: Notice, item: JobItem, wish: CopyRequest, orders: str) -> Unsettled:
    """The notice with the place of what was written: the row of the list ``orders``, or the project's own words."""
    own = wish.line and getattr(wish, notice.column)
    place = f"{orders}:{wish.line}" if own else "polyleaf.toml: [print]"
    return Unsettled(place, " ".join(item.key), notice.message, notice.hint)


def notices(item: JobItem, today: datetime.date) -> Iterator[Notice]:
    """What is wrong with an order.

    Args:
        item: What is ordered.
        today: The date.
    """
    ordered, made_for = paper_of(item.stock), _paper_of_condition(item.condition)
    if ordered is not None and made_for is not None and ordered is not made_for:
        profile = "built-in FOGRA29" if ordered is Paper.UNCOATED else "built-in FOGRA39"
        yield Notice(
            "stock",
            f"the stock is {ordered} ({item.stock[:60]}), and the file is made for {made_for} paper",
            f'Order {made_for} stock, or set profile = "{profile}" in [press] of polyleaf.toml and build again.',
        )
    yield from _binding(item.pages, item.finishing)
    if item.wanted and item.wanted < today.isoformat():
        yield Notice("wanted", f"it is wanted by {item.wanted}, which is past", "Write the date that you need it by.")


def _paper_of_condition(words: str) -> Paper | None:
    """The paper of a printing condition in English: ``Offset printing on coated paper``."""
    folded = words.casefold()
    return Paper.UNCOATED if "uncoated" in folded else Paper.COATED if "coated" in folded else None


def _binding(pages: int, finishing: str) -> Iterator[Notice]:
    binding = binding_of(finishing)
    number = count(pages, "page")
    if binding in (Binding.FOLD, Binding.CORNER) and pages <= (_FOUR if binding is Binding.FOLD else 2):
        yield Notice(
            "finishing",
            f"{number} are one sheet: there is nothing to staple" if pages > 1 else "one page cannot be stapled",
            "Order it folded, or flat.",
        )
    elif binding is Binding.FOLD and pages % _FOUR:
        empty = blanks(pages, finishing)
        yield Notice(
            "finishing",
            f"{number} cannot be stapled through the fold: it takes {pages + empty}, {empty} of them blank",
            "Say on the order where blank pages go, or have it stapled in the corner.",
        )
    elif binding is Binding.FOLD and pages > MOST_STAPLED:
        yield Notice(
            "finishing",
            f"{number} are many to staple through the fold; up to {MOST_STAPLED} are usual",
            "Ask the print shop, or have it bound another way.",
        )
    for folded, most in ((Binding.PANELS, _PANELS), (Binding.ONCE, _FOUR)):
        if binding is folded and pages > most:
            yield Notice(
                "finishing",
                f"{number} do not go on one sheet {folded}: it holds {most}",
                "Order it stapled, or choose an edition with fewer pages.",
            )
