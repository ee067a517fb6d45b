"""How letters are written into right-to-left lines, so that readers that sort by place come to the right order.

Each has a way of its own to guess the order of reading from the order on paper:

- poppler takes a full stop or a comma for a number, and a number together with the blanks on its left for a piece of
  left-to-right text: "end. Next" becomes "end .Next". A direction mark beside it tells where that piece ends.
- pdfium, the reader in Chrome, cuts a line where the kind of letter changes, and turns the pieces round: ``B12``
  becomes ``12B``, ``01632 960 100`` becomes ``100 960 01632``. It takes brackets for the shapes that they have on
  paper, and turns those round too.
- pdf.js, the reader in Firefox, drops a blank if what follows it stands on its left. It does not look at
  ``/ActualText``, so a blank that is not a blank for it alone is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional, combining, mirrored, normalize

from polyleaf.render.tagging.units import JOINERS

_LRM, _RLM = "\u200e", "\u200f"
_JOINER = "\u2060"
_PLAIN = "\ufe0e"
"""A mark that says nothing, behind a joiner: pdf.js passes over a text whose last letter only steers layout."""
BALANCE = f"{_JOINER}{_RLM}{_JOINER}"
"""A piece of right-to-left text that says nothing, for pdfium, which counts pieces."""
_LETTERS = ("R", "AL")
_STRONG = (*_LETTERS, "NSM", "BN")
_WEAK = ("AN", "EN", "NSM", "CS", "ES", "ET", "BN")
_BLANKS = " \u00a0"

_OPENING, _CLOSING = "([{<«‹≤“‘", ")]}>»›≥”’"
QUOTES = frozenset("“”„‟‘’‚‛\"'")
_REWRITTEN = "®℞℟℣℧➉➓❿"
"""Signs for which pdfium writes letters or digits, though Unicode has no such equivalent."""
_MIRROR = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))


class Letter(NamedTuple):
    """A letter of a right-to-left run.

    Attributes:
        text: What it is.
        code: Text of the code that paints it.
        actual: The letter with its direction marks, from left to right, for poppler; "" if its code says enough.
        shape: What pdfium is told instead; "" if it is told the same.
    """

    text: str
    code: str
    actual: str = ""
    shape: str = ""


class After(StrEnum):
    """What stands before a right-to-left run on its line, on its right."""

    NOTHING = "nothing"
    WORD = "a left-to-right word"
    OTHER = "another left-to-right text"
    TOLD = "a left-to-right text that pdfium is told in its own order"


def spell(texts: Sequence[str], after: After) -> Iterator[Letter]:
    """The letters of a right-to-left run in reading order.

    Args:
        texts: Each letter.
        after: What stands before them.
    """
    leftwards = after is After.WORD  # pdfium goes on from left to right until it meets a letter
    for place, text in enumerate(texts):
        plain = _plain(text)
        kind = bidirectional(text[0])
        if plain is not None:
            leftwards = leftwards and kind not in _LETTERS
            yield plain
            continue
        closed = place + 1 < len(texts) and bidirectional(texts[place + 1][0]) in _STRONG
        first = place == 0 and after is not After.NOTHING
        actual = f"{_RLM if kind in _WEAK and not closed else ''}{text}{_RLM if first else ''}"
        shape = text if actual != text else ""
        if text in _BLANKS:
            actual = f"{actual.removesuffix(_RLM)}{_RLM}"
            shape = " "  # pdfium loses no-break spaces
        elif kind in _WEAK:
            # pdfium takes it and a number or a mark beside it for one piece.
            behind = after is After.OTHER if place == 0 else bidirectional(texts[place - 1][0]) in _WEAK
            last = place + 1 == len(texts)
            shape = f"{BALANCE}{text}{BALANCE}" if behind or last else shape
        elif leftwards or text in _MIRROR:
            # It puts a sign and a blank beside it the other way round; word joiners part them.
            shape = _JOINER + (text if leftwards else _MIRROR[text]) + _JOINER
        elif kind == "ON" and (text in _REWRITTEN or mirrored(text) or normalize("NFKD", text) != text):
            leftwards = True
            shape = f"{_JOINER}{text}{_LRM}{BALANCE}"  # or it writes "1/2" for "½", "=/" for "≠"
        code = _RLM + text if text in _BLANKS else text
        yield Letter(text, code, actual if shape or code != text else "", shape)


@cache
def _plain(text: str) -> Letter | None:
    """A letter that is written in one way, whatever its neighbours are; else None."""
    if text in JOINERS:
        return Letter(text, text + _PLAIN, text)
    if bidirectional(text[0]) in _STRONG:
        # pdf.js puts a mark before its letter if nothing stands between the two; the borders of a mark do.
        return Letter(text, text, text if combining(text) else "")
    return None


@dataclass(frozen=True, slots=True)
class Island:
    """A left-to-right run in a line that is read from right to left.

    Attributes:
        actual: ``/ActualText`` of the whole run; "" if none is needed.
        alone: Whether pdfium has to be told that it is a line of its own.
        joined: Whether its blanks are written as no-break spaces, so that pdfium takes it for one piece.
    """

    actual: str
    alone: bool
    joined: bool = False


NO_ISLAND = Island("", alone=False)


def island(text: str) -> Island:
    """How a left-to-right run is told to readers."""
    kinds = [_piece(letter) for letter in text if letter not in _BLANKS]
    if not kinds:
        return NO_ISLAND
    if set(kinds) == {"weak"}:  # a telephone number: in one piece, as it may not be broken
        return Island("", alone=False, joined=" " in text)
    alone = sum(1 for _ in groupby(text.strip(), _piece)) > 1
    open_end = bidirectional(text[-1]) not in ("L", *_WEAK)
    return Island(text + (_LRM if open_end else ""), alone) if alone or open_end else NO_ISLAND


def turned(text: str) -> str:
    """What pdfium is told of a left-to-right text in a line that it reads from right to left.

    It puts the pieces of the line in the opposite order, so they are told in the opposite order. The mark where the
    text begins keeps it from mirroring brackets. A line is read from right to left if it has more pieces that are than
    that are not, so there are as many of both; with more, pdfium turns round what it is told.
    """
    pieces = [(kind, "".join(letters)) for kind, letters in groupby(text, _piece)]
    lefts = sum(kind == "left" for kind, _ in pieces) + (pieces[0][0] != "left")
    return f"{_JOINER}{_RLM}{''.join(piece for _, piece in reversed(pieces))}{_LRM}{BALANCE * (lefts - 1)}"


def _piece(letter: str) -> str:
    """What pdfium takes a letter for."""
    kind = bidirectional(letter)
    return "left" if kind == "L" else "weak" if kind in _WEAK else "other"
