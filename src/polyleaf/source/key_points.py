"""Key points: the few things that a reader must know who reads nothing else. They come first, wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import texts
from polyleaf.model.box_kind import Content
from polyleaf.model.boxes import BOXES
from polyleaf.model.leaflet import Block, Box, ListBlock, ListItem, Paragraph
from polyleaf.model.message import Text

MOST = 5
"""Points of a leaflet: three to five are kept in mind (AHRQ, Health Literacy Universal Precautions Toolkit, tool 4)."""

Blocks = tuple[Block[Text], ...]


def points_box(points: Sequence[Text], log: FaultLog) -> Blocks:
    """The box of points that stand in the front matter; nothing if there are none."""
    if not points:
        return ()
    listed = (ListBlock(ordered=False, start=1, items=tuple(ListItem((Paragraph(point),)) for point in points)),)
    check_points(listed, points[0].location.line, log)
    return (Box(BOXES["key-points"], None, listed),)


def check_points(blocks: Blocks, line: int | None, log: FaultLog) -> None:
    """Notes what is no short list of points; ``line`` is that of the box."""
    if not blocks:
        return  # told of every box that is empty
    match blocks:
        case (ListBlock(items=items),):
            if len(items) > MOST:
                first = next(texts(items[MOST].blocks), None)
                hint = f"Keep the {MOST} that matter most and leave the others to the text: nobody keeps more in mind"
                log.add(
                    f"These are {len(items)} key points, and {MOST} is the most",
                    first.location.line if first else line,
                    hint,
                )
        case _:
            log.add(
                "A box of key points holds one list", line, "Begin each point with - and put other text after the box"
            )


def points_first(declared: Blocks, body: Blocks, log: FaultLog) -> Blocks:
    """The body of a leaflet with its key points in front.

    Args:
        declared: The box that the front matter makes, or nothing.
        body: What is written below it.
        log: Takes the fault of points in two places.
    """
    boxes = [block for block in body if isinstance(block, Box) and block.kind.content is Content.KEY_POINTS]
    first, *more = (*declared, *boxes) or (None,)
    for box in more:
        line = next((text.location.line for text in texts((box,))), None)
        log.add("Key points stand in two places", line, "Put them into one box, or all of them under `key`")
    if first is None:
        return body
    return (first, *(block for block in body if block is not first))
