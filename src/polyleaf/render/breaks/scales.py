"""Pictures that may be a little smaller or larger than usual, where that fills pages better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

SCALES = "data-scales"
"""Attribute of the box whose padding makes a picture as wide as it is: its least and its most size, over that."""

AS_IT_IS = (1.0, 1.0)


def frame_of(around: Sequence[Any]) -> Any:
    """The box around a picture that may be scaled; None if there is none."""
    return next((box for box in around if box.element is not None and box.element.get(SCALES)), None)


def scales_of(around: Sequence[Any]) -> tuple[float, float]:
    """How small and how large the last of some boxes may become, over its size."""
    frame = frame_of(around) if isinstance(around[-1], boxes.BlockReplacedBox) else None
    if frame is None:
        return AS_IT_IS
    least, most = map(float, frame.element.get(SCALES).split())
    return (least, most)


def between(way: float, least: float, most: float) -> float:
    """What a measure is multiplied by that goes some way towards its most (1) or its least (-1)."""
    return 1 + way * (most - 1 if way > 0 else 1 - least)
