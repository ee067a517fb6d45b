"""Small words of page content: places and exact texts."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

SKIPPED = "\x01"
"""What makes pdfium pass over a text."""


def place_at(x: float, y: float, digits: int = 3) -> str:
    """The operator that begins text at a place, which is rounded across the line to so many digits."""
    return f"1 0 0 -1 {x:.{digits}f} {y:.3f} Tm"


def actual_text(text: str) -> str:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


@lru_cache(1024)
def marks(text: str, hinted: str, shape: str = "") -> tuple[str, str]:
    """Operators before and behind what shows a text, that say what it is.

    The outermost mark counts (ISO 32000-1, 14.9.4). poppler looks at the innermost that is a ``Span``, pdfium at the
    innermost of all.

    Args:
        text: What is shown.
        hinted: The same with direction marks, for poppler.
        shape: What pdfium is told, if that is another text; else "".
    """
    layers = [("NonStruct", text)] if hinted != text else []
    layers.append(("Span", hinted))
    if shape and shape != hinted:
        layers.append(("NonStruct", shape))
    opening = "\n".join(f"/{tag} <</ActualText {actual_text(said)}>> BDC" for tag, said in layers)
    return opening, "\n".join(["EMC"] * len(layers))


def hide(operators: list[Any], start: int) -> None:
    """Text of no colour is heard and not painted."""
    operators[start:] = [one.replace("0 Tr", "3 Tr") if isinstance(one, str) else one for one in operators[start:]]
    operators.insert(start, "3 Tr")
    operators.append("0 Tr")
