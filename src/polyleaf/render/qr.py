"""The door to segno: a square code (QR code, ISO/IEC 18004) as a drawing."""

from __future__ import annotations

from functools import lru_cache

import segno

from polyleaf.render.stand_in import settled

QUIET = 4
"""Modules of white around the symbol (ISO/IEC 18004, 6.3.8)."""

_CORRECTION = "m"
"""A scratch or fold may cover 15 % of it."""

LONGEST = 150
"""Bytes of what it says: more would need a symbol that fills the page."""

_SMALLEST = 22.0
"""Width of the symbol in mm, without its quiet zone."""

_MODULE = 0.6
"""Least width of a module in mm: a telephone at arm's length, or a scan of a photocopy, still tells them apart."""


def qr_width(content: str) -> float:
    """Width in mm at which the symbol with its quiet zone is printed; it is the same for every code."""
    modules = _modules(settled(content))
    module = max(_SMALLEST / modules, _MODULE)
    return round(module * (modules + 2 * QUIET), 2)


@lru_cache(maxsize=64)
def _modules(content: str) -> int:
    """Modules of the symbol from side to side."""
    return int(_made(content).symbol_size(border=0)[0])


def qr_svg(content: str) -> bytes:
    """The symbol with its quiet zone as SVG, one unit a module.

    It is one filled path in pure black: the press makes that 100 % K, and no lines show between its rows.

    Raises:
        ValueError: ``content`` is longer than ``LONGEST`` bytes.
    """
    made = _made(content)
    side = int(made.symbol_size(border=QUIET)[0])
    runs = []
    for y, row in enumerate(made.matrix):
        start = None
        for x, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                runs.append(f"M{start + QUIET} {y + QUIET}h{x - start}v1h{start - x}z")
                start = None
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f'<path fill="#000" d="{"".join(runs)}"/></svg>'
    ).encode()


def _made(content: str) -> segno.QRCode:
    if len(content.encode()) > LONGEST:
        raise ValueError(f"{len(content.encode())} bytes are too long for the square code")
    return segno.make(content, error=_CORRECTION, micro=False, boost_error=False)
