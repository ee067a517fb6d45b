"""Fields that are filled in on a screen, over the places that are filled in by hand (``fields = true``).

What is typed stands in the font of the reader's program: no font that is embedded knows what people will write.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pydyf

from polyleaf.render.tagging.tree import Annotation, Content, Node, TagTree

_PT_PER_PX = 0.75
_PRINT = 4
_SEVERAL_LINES = 1 << 12
"""Flag of a text field (ISO 32000-1, table 228)."""
_TYPED = b"/Helv 11 Tf 0 g"


def add_widgets(pdf: Any, tree: TagTree, pages: Sequence[Any]) -> None:
    """Puts a field over each place to write or tick, into its element of the tree.

    Args:
        pdf: The document under way.
        tree: The tree that will be written.
        pages: Page boxes in order.
    """
    sheets = [one for one in pdf.objects if isinstance(one, dict) and one.get("Type") == "/Page"]
    fields = pydyf.Array()
    for number, (node, page, boxes) in enumerate(_places(tree), start=1):
        kind = node.attributes["PrintField"]  # without it an element may hold nothing else (ISO 14289-1, 7.18.4)
        rect = _rect(boxes, pages[page])
        widget = pydyf.Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Widget",
                "Rect": pydyf.Array(rect),
                "P": pdf.page_references[page],
                "T": pydyf.String(f"{number}"),
                "TU": kind["Desc"],
                "Contents": kind["Desc"],
                "F": _PRINT,
            }
        )
        size = rect[2] - rect[0], rect[3] - rect[1]
        widget.update(_box(pdf, *size) if kind["Role"] == "/cb" else _text(pdf, len(boxes), *size))
        pdf.add_object(widget)
        fields.append(widget.reference)
        sheets[page].setdefault("Annots", pydyf.Array()).append(widget.reference)
        sheets[page]["Tabs"] = "/S"
        node.kids.append(Annotation(page, widget))
        node.alternative = kind["Desc"].string if node.alternative else ""  # one name for both (ISO 14289-2, 8.9.4.2)
    if fields:
        font = {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica", "Encoding": "/WinAnsiEncoding"}
        fonts = pydyf.Dictionary({"Font": pydyf.Dictionary({"Helv": pydyf.Dictionary(font)})})
        form = pydyf.Dictionary({"Fields": fields, "DR": fonts, "DA": pydyf.String(_TYPED.decode())})
        pdf.add_object(form)
        pdf.catalog["AcroForm"] = form.reference


def _places(tree: TagTree) -> Iterator[tuple[Node, int, list[Any]]]:
    """Each place with its first page, and its boxes there: lines, signs, or the cell of a table."""
    for node in tree.root.walk():
        if node.role != "Form":
            continue
        contents = [kid for kid in node.kids if isinstance(kid, Content)]
        if contents:
            page = contents[0].page
            yield node, page, [one.box for one in contents if one.page == page]
        elif node.element in tree.cells:
            page, box = tree.cells[node.element]
            yield node, page, [box]


def _rect(boxes: Sequence[Any], page: Any) -> tuple[float, float, float, float]:
    """What some boxes cover, in pt from the lower left corner of their page."""
    left = min(box.position_x for box in boxes)
    right = max(box.position_x + box.margin_width() for box in boxes)
    top = min(box.position_y for box in boxes)
    bottom = max(box.position_y + box.margin_height() for box in boxes)
    height = page.margin_height()
    sides = (left, height - bottom, right, height - top)
    return tuple(round(side * _PT_PER_PX, 2) for side in sides)


def _text(pdf: Any, lines: int, width: float, height: float) -> dict[str, Any]:
    blank = _drawn(pdf, b"", width, height)
    several = {"Ff": _SEVERAL_LINES} if lines > 1 else {}
    appearance = pydyf.Dictionary({"N": blank})
    return {"FT": "/Tx", "DA": pydyf.String(_TYPED.decode()), "AP": appearance, **several}


def _box(pdf: Any, width: float, height: float) -> dict[str, Any]:
    x, y = width, height
    tick = f"1.5 w {x * 0.2:.2f} {y * 0.5:.2f} m {x * 0.4:.2f} {y * 0.25:.2f} l {x * 0.8:.2f} {y * 0.8:.2f} l S"
    states = {"Yes": _drawn(pdf, tick.encode(), width, height), "Off": _drawn(pdf, b"", width, height)}
    appearance = pydyf.Dictionary({"N": pydyf.Dictionary(states)})
    return {"FT": "/Btn", "AP": appearance, "AS": "/Off", "V": "/Off"}


def _drawn(pdf: Any, operators: bytes, width: float, height: float) -> bytes:
    box = pydyf.Array([0, 0, round(width, 2), round(height, 2)])
    form = pydyf.Stream([operators], {"Type": "/XObject", "Subtype": "/Form", "BBox": box})
    pdf.add_object(form)
    reference: bytes = form.reference
    return reference
