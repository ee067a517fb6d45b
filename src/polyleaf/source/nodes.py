"""What is asked of every node of a parsed leaflet: where it stands, and its Markdown."""

from __future__ import annotations

from markdown_it.tree import SyntaxTreeNode


def line_of(node: SyntaxTreeNode) -> int:
    """Line from 1; table cells and definition terms lean on what they contain."""
    if node.map is not None:
        return node.map[0] + 1
    return next((line_of(child) for child in node.children), 1)


def content_of(node: SyntaxTreeNode) -> str:
    """The Markdown of a paragraph, heading, cell or term."""
    return node.children[0].content if node.children else ""
