"""The words of charts and diagrams of Word: a chart's figures as a table, a diagram's steps as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from polyleaf.importing.gathered import Cell, Element, Grid, Line, Mark, Run
from polyleaf.importing.word.parts import Node, local

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_MOST_ROWS, _MOST_COLUMNS = 40, 8
_DEEPEST = 8
_CHILD = ("", "parOf")
"""Kinds of connections that lead from a step to what stands below it."""


def chart_elements(root: Node, place: str) -> tuple[Element, ...]:
    """What a chart says: its titles and labels, and its figures as a table.

    Args:
        root: The part with the chart.
        place: Where the chart stands.
    """
    series = list(root.iter(f"{_C}ser"))
    grid = _figures(root, series, place)
    if grid is None:
        return tuple(_lines(_every_word(root), place))
    titles = [_text(one) for one in root.iter(f"{_A}p") if not _stands_in(one, "ser", "catAx")]
    labels = [_text(one) for one in root.iter(f"{_A}p") if _stands_in(one, "ser")]
    title, *others = [words for words in titles if words] or [""]
    return (*_lines((*others, *labels), place), Grid(grid.rows, place, is_headed=True, title=title))


def _stands_in(node: Node, *names: str) -> bool:
    return any(local(one) in names for one in node.iterancestors())


def diagram_elements(root: Node, place: str) -> tuple[Element, ...]:
    """The steps of a diagram as a list, in the order in which they are drawn.

    Args:
        root: The part with its data.
        place: Where the diagram stands.
    """
    points = {one.get("modelId", str(at)): one for at, one in enumerate(root.iter(f"{_D}pt"))}
    below: dict[str, list[tuple[int, str]]] = {}
    for one in root.iter(f"{_D}cxn"):
        order = one.get("srcOrd", "0")
        if one.get("type", "") in _CHILD:
            below.setdefault(one.get("srcId", ""), []).append(
                (int(order) if order.isdecimal() else 0, one.get("destId", ""))
            )
    tops = [key for key, one in points.items() if one.get("type") == "doc"]
    seen: dict[str, int] = {}
    for key in tops:
        _below(key, below, -1, seen)
    rest = {key: 0 for key in points if key not in seen}
    return tuple(
        Line((Run(words),), place, mark=Mark(ordered=False, depth=max(depth, 0)))
        for key, depth in (*seen.items(), *rest.items())
        if key in points and (words := " ".join(filter(None, map(_text, points[key].iter(f"{_A}p")))))
    )


def _below(key: str, below: dict[str, list[tuple[int, str]]], depth: int, seen: dict[str, int]) -> None:
    if key in seen or depth > _DEEPEST:
        return
    seen[key] = depth
    for _, other in sorted(below.get(key, ())):
        _below(other, below, depth + 1, seen)


def _figures(root: Node, series: Sequence[Node], place: str) -> Grid | None:
    """The series of a chart as columns; None if they do not share their categories, or are too many."""
    columns = [(_first(one, "tx"), *_points(one, "val", "yVal")) for one in series]
    rows = [_points(one, "cat", "xVal")[0] for one in series]
    names = next((one for one in rows if one), {})
    known = sorted({at for _, values, _ in columns for at in values} | set(names))
    if not series or not known or len(known) > _MOST_ROWS or len(series) >= _MOST_COLUMNS:
        return None
    if any(one and one != names for one in rows) or any(len(values) == 0 for _, values, _ in columns):
        return None
    corner = " ".join(_text(one) for one in root.iterfind(f".//{_C}catAx/{_C}title//{_A}p"))
    table = [(corner, *(name for name, _, _ in columns))]
    table += [
        (names.get(at, str(at + 1)), *(_shown(values.get(at, ""), style) for _, values, style in columns))
        for at in known
    ]
    return Grid(tuple(tuple(Cell(tuple(_lines((words,), place))) for words in row) for row in table), place)


def _points(series: Node, *names: str) -> tuple[dict[int, str], str]:
    """The values of one dimension of a series by their places, and how Word writes them."""
    found: dict[int, str] = {}
    style = ""
    for holder in (one for name in names for one in series.iterfind(f"{_C}{name}")):
        if holder.find(f".//{_C}lvl") is not None:
            continue  # categories in categories
        style = next((one.text or "" for one in holder.iter(f"{_C}formatCode")), "")
        for at, point in enumerate(holder.iter(f"{_C}pt")):
            index = point.get("idx", "")
            found[int(index) if index.isdecimal() else at] = point.findtext(f"{_C}v", "").strip()
    return found, style


def _first(series: Node, name: str) -> str:
    holder = series.find(f"{_C}{name}")
    return "" if holder is None else " ".join(" ".join(one.itertext()).strip() for one in holder.iter(f"{_C}v"))


def _shown(value: str, style: str) -> str:
    """A value as Word shows it: as a percentage, with as many decimals as it is to have."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or len(value) > 40:  # noqa: PLR2004 - no figure of a leaflet
        return value
    decimals = len(style.partition(".")[2].partition("%")[0].partition(";")[0].strip("\"' _-)")) if "." in style else 0
    if "%" in style:
        return f"{number * 100:.{min(decimals, 6)}f}%"
    if style in ("", "General"):
        return f"{float(number):.10g}"
    return f"{number:.{min(decimals, 6)}f}" if set(style) <= set("#,0.") else f"{float(number):.10g}"


def _every_word(root: Node) -> Iterator[str]:
    for one in root.iter(f"{_A}p", f"{_C}v", "{*}pt"):
        if local(one) == "p":
            yield _text(one)
        elif not len(one):
            yield one.text or ""


def _text(paragraph: Node) -> str:
    return " ".join("".join(one.text or "" for one in paragraph.iter(f"{_A}t")).split())


def _lines(words: Sequence[str] | Iterator[str], place: str) -> Iterator[Line]:
    yield from (Line((Run(one),), place) for one in words if one.strip())
