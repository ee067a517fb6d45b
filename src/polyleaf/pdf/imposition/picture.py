"""A drawing of the sheets, and of how they lie in each other, for whoever stands at the machine (SVG)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from polyleaf.model.wording import count
from polyleaf.pdf.imposition.order import Imposed
from polyleaf.pdf.imposition.schemes import FOLDED, GRID, Page, Scheme, panel_name

_WIDTH = 800.0
_EDGE = 30.0
_LINE = 20.0
_STYLE = (
    "text{font:14px sans-serif;fill:#000}.big{font-size:17px;font-weight:bold}.page{font-size:22px;font-weight:bold;"
    "text-anchor:middle}.note{fill:#444}.cell{fill:#fff;stroke:#000}.blank{fill:#eee;stroke:#000}"
    ".fold{stroke:#000;stroke-dasharray:6 4}.sheet{fill:none;stroke:#003087;stroke-width:3}.mid{text-anchor:middle}"
)


def picture(imposed: Imposed, name: str) -> str:
    """The drawing: every sheet from both sides, and for a booklet how the sheets are nested.

    Args:
        imposed: The imposed file.
        name: What the leaflet is called.
    """
    parts, foot = [], _EDGE + _LINE
    layout = imposed.layout
    turn = f"Print on both sides, turned over the {imposed.flip} edge."
    head = f"{name}: {layout.scheme}, bound at the {layout.binding} edge"
    below = (
        f"{count(imposed.pages, 'page')} on {count(len(imposed.sheets), 'sheet')}, {imposed.blanks} left blank. {turn}"
    )
    for number, line in enumerate((head, below)):
        parts.append(_text(_EDGE, foot, line, "note" if number else "big"))
        foot += _LINE
    if layout.scheme is Scheme.BOOKLET:
        drawn, foot = _nest(imposed, foot + _LINE / 2)
        parts += drawn
    for number, sheet in enumerate(imposed.sheets, 1):
        height = _side_height(imposed)
        for side, cells, left in (("front", sheet.front, _EDGE), ("back", sheet.back, _WIDTH / 2 + _EDGE / 2)):
            parts.append(_text(left, foot + _LINE, f"sheet {number}, {side}", "note"))
            parts += _side(imposed, cells, left, foot + 1.5 * _LINE, front=side == "front")
        foot += height + 2.5 * _LINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH:.0f}" height="{foot + _EDGE:.0f}" '
        f'viewBox="0 0 {_WIDTH:.0f} {foot + _EDGE:.0f}"><style>{_STYLE}</style>'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def _side_width() -> float:
    return (_WIDTH - 3 * _EDGE) / 2


def _scale(imposed: Imposed) -> float:
    left, _, right, _ = imposed.layout.block
    return _side_width() / (right - left)


def _side_height(imposed: Imposed) -> float:
    _, bottom, _, top = imposed.layout.block
    return (top - bottom) * _scale(imposed)


def _side(imposed: Imposed, cells: tuple[Page, ...], left: float, top: float, *, front: bool) -> Iterator[str]:
    """One side of a sheet with its pages and folds."""
    columns, _ = GRID[imposed.layout.scheme]
    scale, widths = _scale(imposed), imposed.layout.widths if front else imposed.layout.widths[::-1]
    height = imposed.layout.page[1] * scale
    for place, page in enumerate(cells):
        row, column = divmod(place, columns)
        x, y, width = left + sum(widths[:column]) * scale, top + row * height, widths[column] * scale
        kind = "cell" if page is not None else "blank"
        yield f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
        words = str(page) if page is not None else "blank"
        yield _text(x + width / 2, y + height / 2 + 7, words, "page" if page is not None else "note mid")
        if name := panel_name(imposed.layout.scheme, page, imposed.pages):
            yield _text(x + width / 2, y + height / 2 + 28, name, "note mid")
        if column and imposed.layout.scheme in FOLDED:
            yield f'<path class="fold" d="M{x:.1f} {y - 10:.1f}V{y + height + 10:.1f}"/>'


def _nest(imposed: Imposed, top: float) -> tuple[list[str], float]:
    """The folded sheets seen from the foot of the booklet: nested corners, with their pages at the open ends.

    The fold lies at the binding edge; the pages that face the reader when the booklet lies shut are at the top.
    """
    layout, step = imposed.layout, 44.0
    count = len(imposed.sheets)
    height = step * 2 * count
    from_right = layout.binding.value == "right"
    spine, ends = (_WIDTH - 120, 170.0) if from_right else (120.0, _WIDTH - 170)
    inwards = -1 if from_right else 1
    parts = [_text(_EDGE, top + 14, "Folded and nested, seen from the foot; the dotted line is the fold", "note")]
    top += _LINE + 8
    middle = top + height / 2
    for depth, sheet in enumerate(imposed.sheets):
        reach = height / 2 - depth * step - step / 2
        tip = spine + inwards * depth * 14
        parts.append(
            f'<path class="sheet" d="M{ends:.1f} {middle - reach:.1f}H{tip + inwards * 20:.1f}L{tip:.1f} {middle:.1f}'
            f'L{tip + inwards * 20:.1f} {middle + reach:.1f}H{ends:.1f}"/>'
        )
        # Seen from its cover: outside of the sheet first, then inside.
        outer, inner = (0, 1) if from_right else (1, 0)
        upper = (sheet.front[outer], sheet.back[inner])
        lower = (sheet.back[outer], sheet.front[inner])
        for pages, y in ((upper, middle - reach), (lower, middle + reach)):
            words = " / ".join("blank" if page is None else str(page) for page in pages)
            anchor = "end" if from_right else "start"
            x = ends + (-10 if from_right else 10)
            parts.append(f'<text x="{x:.1f}" y="{y + 5:.1f}" text-anchor="{anchor}">{words}</text>')
    parts.append(f'<path d="M{spine:.1f} {top:.1f}V{top + height:.1f}" stroke="#000" stroke-dasharray="1 5"/>')
    return parts, top + height + _LINE


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'
