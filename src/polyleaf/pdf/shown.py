"""What one operator shows: letters along a baseline, and what is added between them (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

from polyleaf.pdf.fonts import Font
from polyleaf.pdf.tokens import Operand


@dataclass(slots=True)
class Shown:
    """What one operator shows, along the baseline in ems of the type size.

    Attributes:
        codes: Character codes.
        advance: How far the pen moves.
        left, right: Extent of the letters, blanks at both ends left out; of the blanks if there is nothing else.
        gaps: What was added between letters, where it was not nothing.
        tight: Between how many letters nothing was added.
        spaces: How many spaces there are.
        widened: What was added to them in all.
        blank: Whether there are only spaces.
    """

    codes: list[int] = field(default_factory=list)
    advance: float = 0.0
    left: float = inf
    right: float = -inf
    gaps: list[float] = field(default_factory=list)
    tight: int = 0
    spaces: int = 0
    widened: float = 0.0
    blank: bool = True


def shown(pieces: Sequence[Operand], font: Font, size: float, character: float, word: float) -> Shown:
    """Follow the strings and adjustments of a ``TJ``; spacing is in text space, adjustments in thousandths of an em.

    The width of letters against their height (``Tz``) is left to the caller.
    """
    if len(pieces) == 1 and not character and not word and (one := _one_letter(pieces[0], font)) is not None:
        return one
    found = Shown()
    spaces, widths = font.spaces, font.widths
    extra = character / size if size else 0.0
    at = pending = 0.0
    space_before = False
    for piece in pieces:
        if isinstance(piece, float):
            pending -= piece / 1000
        elif isinstance(piece, bytes) and (codes := font.codes(piece)):
            _gap(found, pending, beside_space=space_before or codes[0] in spaces)
            at += pending
            pending = 0.0
            advance = sum(map(widths.__getitem__, codes)) + extra * len(codes)
            number = sum(map(spaces.__contains__, codes)) if spaces else 0
            if word and font.bytes_per_code == 1:
                advance += word / size * codes.count(32) if size else 0.0
                found.widened += word / size * number if size else 0.0
            found.spaces += number
            found.tight += len(codes) - 1
            _extend(found, at, advance, codes, font, all_blank=number == len(codes))
            space_before = codes[-1] in spaces
            found.codes.extend(codes)
            at += advance
    found.advance = at + pending
    return found


def _one_letter(piece: Operand, font: Font) -> Shown | None:
    """A letter shown by itself, as all of a line of Nastaliq is: the short way."""
    if not isinstance(piece, bytes) or len(piece) != font.bytes_per_code:
        return None
    known: Shown | None = font.letters.get(piece)
    if known is None:
        code = int.from_bytes(piece)
        width = font.widths[code]
        blank = code in font.spaces
        known = Shown([code], width, min(0.0, width), max(0.0, width), spaces=int(blank), blank=blank)
        font.letters[piece] = known
    return known


def _gap(found: Shown, pending: float, *, beside_space: bool) -> None:
    if not found.codes:
        return
    if beside_space:
        found.widened += pending
    elif pending:
        found.gaps.append(pending)
    else:
        found.tight += 1


def _extend(found: Shown, at: float, advance: float, codes: Sequence[int], font: Font, *, all_blank: bool) -> None:
    """Widen the extent by one string; marks on letters that are there widen nothing, wherever the pen is for them."""
    if not found.blank and font.thin.issuperset(codes):
        return
    first = last = 0.0
    if not all_blank:
        if found.blank:
            found.left, found.right, found.blank = inf, -inf, False
        start, end = 0, len(codes)
        while codes[start] in font.spaces:
            first += font.widths[codes[start]]
            start += 1
        while codes[end - 1] in font.spaces:
            last += font.widths[codes[end - 1]]
            end -= 1
    elif not found.blank:
        return
    sides = (at + first, at + advance - last)
    found.left, found.right = min(found.left, *sides), max(found.right, *sides)
