"""Tables in the tag tree: every row and cell, the empty ones too, and which headers speak for which cell."""

from __future__ import annotations

from typing import Any

from polyleaf.render.tagging.fields import ROOM, field_node
from polyleaf.render.tagging.roles import BLOCKS, TaggingError
from polyleaf.render.tagging.tree import Node

_PARTS = ("caption", "thead", "tbody", "tfoot", "tr", "th", "td")


def table_nodes(table: Any, node: Node, *, modern: bool = False) -> dict[Any, Node]:
    """Nodes of every part of a table, put below ``node`` in document order.

    A header cell gets ``/Scope`` and an ``/ID``; a data cell lists the headers of its column and row
    (Matterhorn 15-003). An empty cell to write in holds a field, which is called as its headers are. Cells span one row
    and one column: leaflet tables have no others.

    Raises:
        TaggingError: There is a table inside the table.
    """
    if any(inner is not table for inner in table.iter("table")):
        raise TaggingError("the page has a table inside a table", "Use one table, or a list inside its cell.")
    nodes: dict[Any, Node] = {table: node}

    def descend(element: Any) -> None:
        for child in element:
            if child.tag in _PARTS:
                part = Node(BLOCKS[child.tag], child, child.get("lang") or "")
                nodes[child] = part
                nodes[element].kids.append(part)
                if child.tag != "caption":
                    descend(child)

    descend(table)
    _connect(table, nodes, modern=modern)
    del nodes[table]
    return nodes


def _connect(table: Any, nodes: dict[Any, Node], *, modern: bool) -> None:
    columns: dict[int, str] = {}
    named: dict[str, str] = {}
    for number, row in enumerate(table.iter("tr")):
        cells = [cell for cell in row if cell.tag in ("th", "td")]
        row_header = ""
        for column, cell in enumerate(cells):
            node = nodes[cell]
            headers = [columns[column]] if column in columns else []
            if cell.tag == "th":
                by_row = cell.get("scope") == "row"
                node.identifier = f"{number}-{column}"
                named[node.identifier] = " ".join("".join(cell.itertext()).split())
                node.attributes["Table"] = {"Scope": "/Row" if by_row else "/Column"}
                if by_row:
                    row_header = node.identifier
                    node.attributes["Table"]["Headers"] = headers
                else:
                    columns[column] = node.identifier
            else:
                headers += [row_header] if row_header else []
                node.attributes["Table"] = {"Headers": headers}
            if said := cell.get(ROOM):
                about = (named[header] for header in headers)
                node.kids.append(field_node(cell, "tv", said, about=about, modern=modern))
